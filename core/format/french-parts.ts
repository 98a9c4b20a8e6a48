import { display } from './typography.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A label where it is a word of its own, its spaces breaking or not: « Non » is not in « None ». */
const alone = (label: string): string =>
  `(?<!\\p{L})${escaped(label).replaceAll('\u202f', '[ \u202f]')}(?!\\p{L})`;

/** A label as sentences name it: whole, and without what follows its colon. */
const named = (label: string): string[] => {
  const shown = display(label, 'en');
  return [shown, shown.split(/\s*:\s/, 1)[0] ?? shown];
};

const spelled = (labels: readonly string[]): string[] =>
  [...new Set(labels.flatMap(named))]
    .filter((label) => /\p{L}/u.test(label))
    .sort((a, b) => b.length - a.length);

/** The parts of an English sentence, those at odd places French: what it quotes, and the survey's labels. */
export function partsOf(text: string, labels: readonly string[]): string[] {
  const known = spelled(labels).map(alone);
  return text.split(new RegExp(`(${['(?<=“)[^”]+(?=”)', ...known].join('|')})`, 'u'));
}

/** Fewer words than this at the end of a line may be English by chance. */
const fewest = 2;

const bare = (text: string): string => text.replace(/[.,;:]$/, '');

/** How many of a line's first words end a label that began on a line before, or of its last begin one that goes on. */
function cutWords(words: readonly string[], labels: readonly string[]): [number, number] {
  const counts = Array.from({ length: words.length }, (_, index) => words.length - index);
  const enough = counts.filter((count) => count >= fewest);
  const head = (count: number): string => bare(words.slice(0, count).join(' '));
  const tail = (count: number): string => words.slice(-count).join(' ');
  return [
    enough.find((count) => labels.some((label) => label.endsWith(` ${head(count)}`))) ?? 0,
    enough.find((count) => labels.some((label) => label.startsWith(`${tail(count)} `))) ?? 0,
  ];
}

/** The same of one line of a wrapped text, where a label may have begun on the line before or go on on the next. */
export function partsOfLine(line: string, labels: readonly string[]): string[] {
  const known = spelled(labels);
  const whole = bare(line);
  if (whole.includes(' ') && known.some((label) => label.includes(whole))) return ['', line];
  const words = line.split(' ');
  const [first, ending] = cutWords(words, known);
  const last = first + ending < words.length ? ending : 0;
  const inside = words.slice(first, words.length - last).join(' ');
  const parts = partsOf(inside, labels);
  const [opening = ''] = parts;
  const opened =
    first === 0
      ? parts
      : [
          '',
          words.slice(0, first).join(' '),
          inside === '' ? '' : ` ${opening}`,
          ...parts.slice(1),
        ];
  if (last === 0) return opened;
  return [...opened.slice(0, -1), `${opened.at(-1)} `, words.slice(-last).join(' ')];
}
