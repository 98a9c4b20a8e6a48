import type { Language } from '../../core/format/language.ts';

const fr = {
  look: 'Format de l’image',
  ground: 'Fond',
  sizes: {
    screen: 'Écran (800 px de large)',
    print: 'Impression (2400 × 1600 px)',
    link: 'Lien partagé (1200 × 628 px)',
    x: 'X (800 × 418 px)',
    square: 'Carré (2160 × 2160 px)',
    slide: 'Diapositive (1920 × 1080 px)',
  },
  themes: { light: 'Clair', dark: 'Sombre' },
  share: 'Citer, intégrer',
  check: 'Avant de publier',
  preparing: 'Préparation…',
  failed: 'La citation et les codes n’ont pas pu être préparés.',
  retry: 'Réessayer',
  quote: 'Ce qui est copié',
  kinds: {
    citation: 'Citation',
    bibtex: 'BibTeX',
    live: 'Graphique vivant (suit les révisions et les dit)',
    frozen: 'Graphique figé (ces chiffres, ou rien)',
    image: 'Image fixe (sans script)',
    page: 'Lien permanent',
  },
  copy: 'Copier ce texte',
  archive: 'ZIP : CSV, description des colonnes (JSON) et notice',
};

type TakeAwayWords = typeof fr;

const en: TakeAwayWords = {
  look: 'Picture format',
  ground: 'Background',
  sizes: {
    screen: 'Screen (800 px wide)',
    print: 'Print (2400 × 1600 px)',
    link: 'Shared link (1200 × 628 px)',
    x: 'X (800 × 418 px)',
    square: 'Square (2160 × 2160 px)',
    slide: 'Slide (1920 × 1080 px)',
  },
  themes: { light: 'Light', dark: 'Dark' },
  share: 'Quote, embed',
  check: 'Before publishing',
  preparing: 'Preparing…',
  failed: 'The citation and the codes could not be prepared.',
  retry: 'Try again',
  quote: 'What is copied',
  kinds: {
    citation: 'Citation',
    bibtex: 'BibTeX',
    live: 'Live chart (follows revisions and says so)',
    frozen: 'Frozen chart (these figures, or none)',
    image: 'Still picture (without scripts)',
    page: 'Permanent link',
  },
  copy: 'Copy this text',
  archive: 'ZIP: CSV, description of the columns (JSON) and readme',
};

/** The words of what a chart leaves with: sizes, quotations, embed codes. */
export const takeAwayWords: Readonly<Record<Language, TakeAwayWords>> = { fr, en };
