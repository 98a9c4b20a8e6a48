/** Encodings of one byte a character: ASCII, and 128 characters of their own. */
export type CodePage = 'windows-1252' | 'macintosh' | 'ibm850';

/**
 * What Windows-1252 writes in bytes 0x80–0x9F; a space where it defines nothing. Written out because the
 * decoders of some Node releases read these bytes as Latin-1 and lose every typographic apostrophe.
 */
const windows1252 =
  '\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d ' +
  ' \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178' +
  String.fromCharCode(...Array.from({ length: 96 }, (_, index) => index + 0xa0));

/** What Excel calls CSV (Macintosh). */
const macintosh =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
  '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷\u25caÿŸ⁄€‹›ﬁﬂ' +
  '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** What Excel calls CSV (MS-DOS). */
const ibm850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
  'áíóúñÑªº¿®¬½¼¡«»\u2591\u2592\u2593\u2502\u2524ÁÂÀ©\u2563\u2551\u2557\u255d¢¥\u2510' +
  '\u2514\u2534\u252c\u251c\u2500\u253cãÃ\u255a\u2554\u2569\u2566\u2560\u2550\u256c¤ðÐÊËÈıÍÎÏ\u2518\u250c\u2588\u2584¦Ì\u2580' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²\u25a0\u00a0';

const bytesOf = (characters: string): Buffer[] =>
  Array.from(characters, (character) => Buffer.from(character));

/** The UTF-8 of each byte from 0x80 on. */
export const upperHalves: Record<CodePage, readonly Buffer[]> = {
  'windows-1252': bytesOf(windows1252),
  macintosh: bytesOf(macintosh),
  ibm850: bytesOf(ibm850),
};

/** « é », « è » and « à », the commonest characters of a French text beyond ASCII, in each. */
const commonest: [CodePage, readonly number[]][] = [
  ['macintosh', [0x8e, 0x8f, 0x88]],
  ['ibm850', [0x82, 0x8a, 0x85]],
];
const inWindows: readonly number[] = [0xe9, 0xe8, 0xe0];

/** The encoding in which a text that is no UTF-8 is French: Windows-1252 unless another has more of its letters. */
export function codePageOf(head: Buffer): CodePage {
  const counts = new Uint32Array(256);
  for (const byte of head) counts[byte]! += 1;
  const sum = (bytes: readonly number[]) => bytes.reduce((all, byte) => all + counts[byte]!, 0);
  const other = commonest.find(
    ([, letters]) => counts[letters[0]!]! > 0 && sum(letters) > sum(inWindows),
  );
  return other?.[0] ?? 'windows-1252';
}
