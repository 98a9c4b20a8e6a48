import type { Language } from '../../core/format/language.ts';

const fr = {
  readme: 'LISEZMOI.md',
  sentences: 'phrases.txt',
  title: (population: string, edition: number) =>
    `Les ${population} dans l’édition ${edition} du Baromètre France Num`,
  counted: (n: string, weight: string, edition: number) =>
    `${n} entreprises ont répondu en ${edition} ; pondérées, elles en représentent ${weight}.`,
  hidden: 'Trop peu d’entreprises ont répondu pour en montrer quoi que ce soit.',
  apart: 'Ce qui les distingue du reste de la France',
  tested: (significant: string, tested: string) =>
    `${tested} écarts avec le reste de la France ont été examinés ensemble ; au-delà du hasard : ${significant}.`,
  stories: 'Les faits où elles apparaissent',
  wider:
    'Ces écarts ont été testés avec ceux de tous les profils, pas seulement de celui-ci : leurs intervalles ne sont pas ceux d’au-dessus.',
  story: 'fait',
  noStory:
    'Aucun des écarts de cette édition qui dépassent le hasard, tous profils examinés ensemble, ne les concerne.',
  comparisons: 'Leur place parmi les autres',
  picture: 'Graphique',
  files: 'Les fichiers',
  file: 'Fichier',
  what: 'Ce que c’est',
  formats:
    'Les CSV s’ouvrent dans un tableur français (point-virgule, virgule décimale, UTF-8) ; les parts y sont des proportions de 0 à 1. Les images portent leur provenance : `numoscope verify-file F` dit si l’une a été retouchée ou si ses chiffres ont été révisés ; donné ce dossier, il le dit de chaque fichier.',
  source: 'Source et licence',
  page: 'Page du site',
  cite: 'Pour citer',
  version: 'Entrepôt',
  licence: 'Licence',
  described: 'Description pour un programme : provenance, adresses, empreintes',
  read: 'Ce dossier en clair, avec ses graphiques',
  plain: 'Les phrases seules, sans mise en forme',
  lines: 'Les chiffres du graphique',
};

const en: typeof fr = {
  readme: 'README.md',
  sentences: 'sentences.txt',
  title: (population, edition) =>
    `${population} in the ${edition} edition of the Baromètre France Num`,
  counted: (n, weight, edition) =>
    `${n} enterprises answered in ${edition}; weighted, they stand for ${weight}.`,
  hidden: 'Too few enterprises answered to show anything of them.',
  apart: 'What sets them apart from the rest of France',
  tested: (significant, tested) =>
    `${tested} differences from the rest of France were examined together; beyond chance: ${significant}.`,
  stories: 'The stories in which they appear',
  wider:
    'These differences were tested with those of all profiles, not of this one alone: their intervals are not those above.',
  story: 'story',
  noStory:
    'None of the differences of this edition that are beyond chance, all profiles examined together, is about them.',
  comparisons: 'Where they stand among the others',
  picture: 'Chart',
  files: 'The files',
  file: 'File',
  what: 'What it is',
  formats:
    'The CSV files open in a French spreadsheet (semicolon, decimal comma, UTF-8); shares are proportions from 0 to 1. Pictures carry where they come from: `numoscope verify-file F` says whether one was edited, or its figures revised; given this folder, it says so of each file.',
  source: 'Source and licence',
  page: 'Page of the site',
  cite: 'To cite',
  version: 'Warehouse',
  licence: 'Licence',
  described: 'Description for a program: provenance, addresses, digests',
  read: 'This folder in plain words, with its charts',
  plain: 'The sentences alone, without formatting',
  lines: 'The figures of the chart',
};

/** The words of a press kit, in a language. */
export const kitWords: Record<Language, typeof fr> = { fr, en };
