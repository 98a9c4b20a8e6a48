import { wordKey } from './text.ts';

const scales: readonly (readonly string[])[] = [
  ['oui', 'non'],
  ['tout a fait d accord', 'plutot d accord', 'plutot pas d accord', 'pas du tout d accord'],
  [
    'tres satisfaisant',
    'plutot satisfaisant',
    'peu satisfaisant',
    'plutot pas satisfaisant',
    'pas du tout satisfaisant',
  ],
  [
    'tres satisfait',
    'plutot satisfait',
    'peu satisfait',
    'plutot pas satisfait',
    'pas du tout satisfait',
  ],
];
const scaleRanks = new Map(
  scales.flatMap((scale) => scale.map((words, index) => [words, index] as const)),
);

const other = 10_000;
const unsure = 20_000;
const missing = 30_000;

/** The lower limit of « Moins de 100 € », « 100 à 500 € », « Plus de 5 000 € », « 0 % »; null without figures. */
function lowerLimit(words: string): number | null {
  const digits = words.replace(/(\d) (?=\d{3}\b)/gu, '$1');
  const found = /^(aucun|moins de |plus de |de |entre |au plus )?(\d+)?/u.exec(digits);
  if (found?.[1] === 'aucun') return 0;
  if (found?.[2] === undefined) return null;
  const limit = Number(found[2]);
  if (found[1] === 'moins de ') return limit === 0 ? 0 : 0.5;
  return found[1] === 'plus de ' ? limit + 0.5 : limit + 0.25;
}

/**
 * Where an answer stands among those of its question: scales and yes/no in their order, amounts by their
 * lower limit, then the rest (by how often it is given), « Autre », « Ne sait pas », « Sans réponse ».
 */
export function answerRank(label: string): number {
  const words = wordKey(label);
  const scale = scaleRanks.get(words);
  if (scale !== undefined) return scale;
  if (words === 'sans reponse') return missing;
  if (/^(?:ne sa|nsp|je ne sa)/u.test(words)) return unsure;
  if (/^autres?\b/u.test(words)) return other;
  if (words.startsWith('oui')) return 0;
  if (words.startsWith('non')) return 1;
  const limit = lowerLimit(words);
  return limit === null ? 5000 : Math.min(limit / 1e6, 4999);
}
