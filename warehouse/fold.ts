/**
 * A label as it is compared: whatever the apostrophe, the dashes, the spaces and the case.
 * « Tout à fait d’accord » and « TOUT À FAIT  D'ACCORD » are one.
 */
export const foldLabel = (label: string): string =>
  label
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLocaleLowerCase('fr');

/** A text as it is searched: `foldLabel`, and without accents. */
export const foldSearch = (text: string): string =>
  foldLabel(text)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');
