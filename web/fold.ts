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

/** Whether every word of `query` begins a word of `text`; both are folded here. */
export function matches(text: string, query: string): boolean {
  const haystack = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  const needles = fold(query)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  return needles.every((needle) => haystack.includes(` ${needle}`));
}
