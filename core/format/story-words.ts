import type { Bilingual, Story } from '../contract/stories.ts';
import type { Dimension } from '../contract/vocabulary.ts';
import { isPart } from './asked.ts';
import { endsQuoted } from './grammar.ts';
import type { Language } from './language.ts';
import {
  formatCount,
  formatInterval,
  formatPoints,
  formatShare,
  formatSignedPoints,
} from './numbers.ts';
import { namePopulation } from './populations.ts';
import { sayChange, sayPercent, sayPoints } from './quantities.ts';
import { sayFindingAlone } from './statements.ts';
import { capitalise } from './typography.ts';

/** What a story's words are written from. */
export type ToldFinding = Pick<
  Story,
  'kind' | 'question' | 'label' | 'answer' | 'asked' | 'profile' | 'figures' | 'difference' | 'ci'
>;

type Key = Partial<Record<Dimension, string>>;
type Figure = Story['figures'][number];

const bilingual = (say: (language: Language) => string): Bilingual => ({
  fr: say('fr'),
  en: say('en'),
});

/** The figure that a story is about, and the one it is set against: the first of its figures. */
const told = ({ figures }: ToldFinding): Figure | undefined => figures.at(-1);

function ending(finding: ToldFinding, latest: Figure, language: Language): string {
  const [against] = finding.figures;
  const french = language === 'fr';
  const before = against?.share ?? 0;
  switch (finding.kind) {
    case 'mover': {
      const change = sayChange(before, latest.share ?? 0, finding.ci, language);
      return french
        ? `, ${change} qu’en ${against?.edition}`
        : `, ${change} in ${against?.edition}`;
    }
    case 'gap': {
      const rest = sayPercent(before, language);
      return french
        ? `, contre ${rest} dans le reste de la France`
        : `, against ${rest} in the rest of France`;
    }
    case 'record': {
      const high = before < (latest.share ?? 0);
      const years = [against?.edition, latest.edition];
      return french
        ? `, la part la plus ${high ? 'haute' : 'basse'} des éditions comparables (${years.join(' à ')})`
        : `, the ${high ? 'highest' : 'lowest'} share of the comparable editions (${years.join(' to ')})`;
    }
    case 'fact':
      return french ? ` en ${latest.edition}` : ` in ${latest.edition}`;
  }
}

function headline(finding: ToldFinding, profile: Key, language: Language): string {
  const latest = told(finding);
  if (latest === undefined || latest.share === null) return '';
  const { question: code, label, answer, asked } = finding;
  const population = namePopulation({}, profile, language);
  const counted = { code, label, answer, asked };
  const sentence = sayFindingAlone(counted, latest.share, latest.ci, population, language);
  const end = ending(finding, latest, language);
  return `${sentence}${endsQuoted(sentence) && !end.startsWith(',') ? ',' : ''}${end}`;
}

/**
 * A story as one sentence without its full stop, no stronger than its test: « Un quart des TPE-PME utilisent l'IA, deux
 * fois plus qu'en 2024 ». Its last figure is the one told, its first the one it is set against.
 */
export const headlineStory = (finding: ToldFinding): Bilingual =>
  bilingual((language) => headline(finding, finding.profile, language));

function nameFigure({ edition, group }: Figure, profile: Key, language: Language): string {
  const french = language === 'fr';
  if (group === 'rest') return french ? 'reste de la France' : 'rest of France';
  if (group === 'profile') return namePopulation({}, profile, language);
  return String(edition);
}

function readFigure(figure: Figure, profile: Key, language: Language): string {
  const french = language === 'fr';
  const name = nameFigure(figure, profile, language);
  const share = formatShare(figure.share, language);
  const interval = formatInterval(figure.ci, language);
  const n = formatCount(figure.n, language);
  return french
    ? `${name}\u202f: ${share} (intervalle\u202f: ${interval}, base\u202f: ${n})`
    : `${name}: ${share} (interval: ${interval}, base: ${n})`;
}

function readDifference({ difference, ci }: ToldFinding, language: Language): string[] {
  if (difference === null || ci === null) return [];
  const [low, high] = ci.map((end) => formatSignedPoints(end, language));
  const said = formatPoints(difference, language);
  return [
    language === 'fr'
      ? `écart\u202f: ${said}, entre ${low} et ${high}`
      : `difference: ${said}, between ${low} and ${high}`,
  ];
}

/** The figure told, then what it is set against; of a long series, the share that came nearest. */
function readOut({ figures }: ToldFinding): Figure[] {
  const [latest, ...earlier] = [...figures].reverse();
  if (latest === undefined) return [];
  const gap = ({ share }: Figure): number => Math.abs((share ?? 0) - (latest.share ?? 0));
  return [latest, ...earlier.sort((a, b) => gap(a) - gap(b)).slice(0, 1)];
}

/** Which part of the enterprises was asked, when not all. */
function readAsked({ asked }: ToldFinding, language: Language): string[] {
  if (!isPart(asked)) return [];
  const part = formatShare(asked, language, 0);
  return [
    language === 'fr'
      ? `Question posée à ${part} des entreprises.`
      : `Asked of ${part} of the enterprises.`,
  ];
}

/** The figures of a story read out, each with its interval and base, the one told first. */
export const readStory = (finding: ToldFinding): Bilingual =>
  bilingual((language) => {
    const figures = readOut(finding);
    const read = figures.map((figure) => readFigure(figure, finding.profile, language));
    const said = [...read, ...readDifference(finding, language)];
    const figuresRead = `${capitalise(said.join(language === 'fr' ? '\u202f; ' : '; '))}.`;
    return [figuresRead, ...readAsked(finding, language)].join(' ');
  });

/** Said of a change no larger than what questions that only describe the enterprises moved by (a proportion). */
export const cautionOfNoise = (noise: number): Bilingual => ({
  fr: `À lire avec prudence\u202f: entre ces deux éditions, l’échantillonnage seul a fait bouger de ${sayPoints(noise, 'fr')} des questions qui ne font que décrire les entreprises.`,
  en: `To be read with caution: between these two editions, sampling alone moved by ${sayPoints(noise, 'en')} questions that only describe the enterprises.`,
});
