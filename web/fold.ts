/** Text as it is compared and searched: no accent, no case, one kind of apostrophe and space. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/œ/g, 'oe');

/** Shorter words are in too many longer ones to be searched inside them. */
const shortWord = 3;

/** Whether `text` has every word of `query`, whole or in part; a short one only at the beginning of a word. */
export function matches(text: string, query: string): boolean {
  const words = (plain: string) =>
    fold(plain)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const haystack = ` ${words(text)}`;
  return words(query)
    .split(' ')
    .every((word) => haystack.includes(word.length > shortWord ? word : ` ${word}`));
}
