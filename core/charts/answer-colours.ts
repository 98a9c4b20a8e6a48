import type { Theme } from './theme.ts';

const isSilence = (label: string): boolean =>
  /ne sai[st] pas|sans réponse|ne se prononce|non concerné|refus|nsp/i.test(label);

type Side = 'for' | 'neither' | 'against';

function sideOf(label: string): Side {
  if (/^ni\b|neutre|moyen/i.test(label)) return 'neither';
  const denies =
    /\b(?:pas|non|jamais|rarement|peu|mauvaise?)\b|\bin(?:satisf|utile)|\bdéfavorable/i;
  return denies.test(label) ? 'against' : 'for';
}

const mix = (from: string, to: string, part: number): string =>
  [1, 3, 5]
    .map((start) => {
      const [low = 0, high = 0] = [from, to].map((hex) =>
        Number.parseInt(hex.slice(start, start + 2), 16),
      );
      return Math.round(low + (high - low) * part)
        .toString(16)
        .padStart(2, '0');
    })
    .reduce((hex, channel) => hex + channel, '#');

/** That many colours from the first to the last of those given, evenly; the first one alone for one. */
const spread = (colours: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const place = count === 1 ? 0 : (index * (colours.length - 1)) / (count - 1);
    const before = colours[Math.floor(place)] ?? '';
    return mix(before, colours[Math.ceil(place)] ?? before, place % 1);
  });

/** Two sides of one hue each, strong at the ends; null when the answers do not go from one side to the other. */
function opposed(labels: readonly string[], theme: Theme): string[] | null {
  const sides = labels.map(sideOf);
  const [side] = sides;
  const before = sides.findIndex((each) => each !== side);
  const middle = sides[before] === 'neither' ? 1 : 0;
  const after = sides.slice(before + middle);
  const [other] = after;
  if (side === 'neither' || before < 1 || other === undefined || other === 'neither') return null;
  if (other === side || after.some((each) => each !== other)) return null;
  const [first = '', second = '', neutral = '', fourth = '', last = ''] = theme.diverging;
  return [
    ...spread([first, second], before),
    ...(middle === 1 ? [neutral] : []),
    ...spread([last, fourth], after.length).reverse(),
  ];
}

/** Amounts, from little to much: of several answers, all but one name a figure (« Aucun budget » names none). */
const isAmounts = (labels: readonly string[]): boolean =>
  labels.filter((label) => /\d/.test(label)).length >= labels.length - 1;

function coloursOf(labels: readonly string[], theme: Theme): string[] {
  const [first = '', , , , last = ''] = theme.diverging;
  if (labels.length <= 2) return [first, last];
  // The palest class is too near the grey of those who say nothing.
  if (isAmounts(labels)) return spread(theme.sequential.slice(1), labels.length);
  return opposed(labels, theme) ?? [...theme.categorical];
}

/**
 * A colour per answer, by what the answers are: opinions for and against in two hues, neutral only where one means
 * neither; amounts from pale to full; kinds in colours of their own; grey for those that say nothing.
 */
export function answerColours(answers: readonly string[], theme: Theme): string[] {
  const said = answers.filter((label) => !isSilence(label));
  const colours = coloursOf(said, theme);
  return answers.map((label) =>
    isSilence(label) ? theme.blank : (colours[said.indexOf(label)] ?? theme.blank),
  );
}
