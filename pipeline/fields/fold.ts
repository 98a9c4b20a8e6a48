/** A header as aliases compare it: lower case, letters and digits only, without accents. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/œ/giu, 'oe')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
