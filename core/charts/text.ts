import { advances } from './font-advances.ts';

export type FontWeight = 400 | 600;

const widths: Record<FontWeight, ReadonlyMap<string, number>> = {
  400: spread(400),
  600: spread(600),
};

function spread(weight: FontWeight): ReadonlyMap<string, number> {
  const lines = advances[weight].flatMap(([width, characters]) =>
    [...characters].map((character): [string, number] => [character, width]),
  );
  // The font has no narrow no-break space: what text engines draw instead is at most a space.
  return new Map([...lines, ['\u202f', 200]]);
}

/** Thousandths of the size, for a character outside the font: a wide one, so that text never runs out of its box. */
const UNKNOWN = 650;

/** Width in pixels of a line of the chart font at that size, the same on every machine. */
export function measureText(text: string, size: number, weight: FontWeight = 400): number {
  let total = 0;
  for (const character of text) total += widths[weight].get(character) ?? UNKNOWN;
  return (total * size) / 1000;
}

/** A word too long for the line, cut where it must be, a hyphen showing the cut. */
function cutWord(word: string, width: number, size: number, weight: FontWeight): string[] {
  const cut: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measureText(`${piece}${character}-`, size, weight) > width) {
      cut.push(`${piece}-`);
      piece = '';
    }
    piece += character;
  }
  return [...cut, piece];
}

/**
 * The text in lines no wider than `width` pixels, broken at ordinary spaces and after hyphens; never clipped, nothing
 * lost. No-break spaces hold.
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: FontWeight = 400,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [joint, word] of pieces(text)) {
    const longer = line === '' ? word : line + joint + word;
    if (measureText(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = cutWord(word, width, size, weight);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, line];
}

/** The same, its lines about equally long: for titles, where a last line of one word looks like an accident. */
export function balanceText(
  text: string,
  width: number,
  size: number,
  weight: FontWeight = 400,
): string[] {
  const count = wrapText(text, width, size, weight).length;
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    if (wrapText(text, middle, size, weight).length > count) narrow = middle;
    else wide = middle;
  }
  return wrapText(text, wide, size, weight);
}

/**
 * The words with what joins each to the one before: a space, or nothing after a hyphen (« TPE-PME » and « TPE et PME » hold); no line
 * begins with a dash.
 */
function pieces(text: string): [string, string][] {
  return text
    .replace(/ - /g, '\u00a0- ')
    .replace(/TPE et PME/g, 'TPE\u00a0et\u00a0PME')
    .split(' ')
    .flatMap((word) =>
      word
        .split(/(?<=\p{Ll}-)(?=\p{L})/u)
        .map((part, index): [string, string] => [index === 0 ? ' ' : '', part]),
    );
}
