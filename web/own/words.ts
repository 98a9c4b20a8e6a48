import type { Language } from '../../core/format/language.ts';
import type { ColumnKind } from './columns.ts';

const fr = {
  title: 'Vos propres clients, sans les envoyer',
  text: 'Déposez un CSV de clients ou de visites : une ligne par client, avec un département, un code postal ou une commune. Votre navigateur le lit dans un programme à part, qui n’a pas accès au réseau ; rien n’est envoyé ni gardé.',
  file: 'Choisir un fichier CSV',
  drop: 'ou déposez-le sur le cadre',
  several: 'Un seul fichier à la fois : le premier est lu.',
  reading: 'Lecture du fichier…',
  columns: (columns: string) => `Colonnes reconnues : ${columns}.`,
  column: (place: number) => `colonne ${place}`,
  kinds: {
    department: 'département',
    region: 'région',
    postal: 'code postal',
    town: 'commune',
    sector: 'secteur',
    naf: 'code NAF',
    headcount: 'tranche d’effectif Sirene',
    size: 'effectif',
  } satisfies Record<ColumnKind, string>,
  read: (lines: string, placed: string) =>
    `Lignes lues : ${lines}, placées dans ce classement : ${placed}.`,
  outside: (lines: string) => `Ailleurs (hors des filtres, exclues, ou sans base ici) : ${lines}.`,
  unread: (lines: string, values: string) => `Non comprises : ${lines}, dont ${values}.`,
  empty: 'case vide',
  ambiguous: (lines: string) =>
    `Communes qui existent dans plusieurs départements : ${lines}. Un code postal ou un département à côté les placerait ; sinon, choisissez :`,
  where: (town: string, lines: string) => `${town} (lignes : ${lines})`,
  presumed: (count: string) => `Communes de plusieurs départements déjà placées : ${count}`,
  presumedText: (towns: string) =>
    `Dans la plus grande de ce nom, de loin, ou là où vous l’avez dit : ${towns}. Déplacez-les au besoin :`,
  unsettled: 'Ne pas placer',
  unknown:
    'Aucune colonne ne suffit à placer ces lignes. Il faut un département, un code postal ou une commune pour un classement par territoire (une région suffit par région), un secteur ou un code NAF par secteur, un effectif par taille.',
  unreadable:
    'Ce fichier ne se lit pas comme un CSV : il faut une ligne de titres, puis une ligne par client.',
  workbook:
    'C’est un classeur (XLSX, ODS) ou une archive : enregistrez la feuille en CSV, puis déposez-la.',
  caption: 'Ce que vous avez, ce qui reste',
  customers: 'Vos lignes',
  potential: 'Potentiel',
  penetration: 'Pénétration',
  left: 'Reste',
  base: {
    potential: 'Le potentiel est le nombre estimé d’entreprises concernées, avec son intervalle.',
    weight:
      'Le potentiel est ici le nombre d’entreprises représentées : un score ne dit pas combien sont concernées.',
  },
  first: (shown: string, all: string) => `Les ${shown} plus grands restes, sur ${all} lignes.`,
  whole: 'Toutes les lignes',
  take: 'CSV de ce tableau',
  /** Part of the name of the file. */
  fileName: 'clients',
};

export type OwnWords = typeof fr;

const en: OwnWords = {
  title: 'Your own customers, never sent',
  text: 'Drop a CSV of customers or visits: one line each, with a department, a postal code or a town. Your browser reads it in a program apart, which has no access to the network; nothing is sent or kept.',
  file: 'Choose a CSV file',
  drop: 'or drop it on the frame',
  several: 'One file at a time: the first is read.',
  reading: 'Reading the file…',
  columns: (columns) => `Columns recognised: ${columns}.`,
  column: (place) => `column ${place}`,
  kinds: {
    department: 'department',
    region: 'region',
    postal: 'postal code',
    town: 'town',
    sector: 'sector',
    naf: 'NAF code',
    headcount: 'Sirene headcount class',
    size: 'headcount',
  },
  read: (lines, placed) => `Lines read: ${lines}, with a place in this ranking: ${placed}.`,
  outside: (lines) =>
    `Elsewhere (outside the filters, left out, or without a base here): ${lines}.`,
  unread: (lines, values) => `Not understood: ${lines}, among them ${values}.`,
  empty: 'empty cell',
  ambiguous: (lines) =>
    `Towns that several departments have: ${lines}. A postal code or a department beside them would place them; else, choose:`,
  where: (town, lines) => `${town} (lines: ${lines})`,
  presumed: (count) => `Towns of several departments already placed: ${count}`,
  presumedText: (towns) =>
    `In by far the largest of that name, or where you said: ${towns}. Move them if need be:`,
  unsettled: 'Do not place',
  unknown:
    'No column is enough to place these lines. A ranking by territory needs a department, a postal code or a town (by region, a region will do), one by sector a sector or a NAF code, one by size a headcount.',
  unreadable:
    'This file does not read as a CSV: it needs a line of headings, then a line for each customer.',
  workbook: 'This is a workbook (XLSX, ODS) or an archive: save the sheet as CSV, then drop it.',
  caption: 'What you have, what is left',
  customers: 'Your lines',
  potential: 'Potential',
  penetration: 'Penetration',
  left: 'Left',
  base: {
    potential: 'The potential is the estimated number of firms concerned, with its interval.',
    weight:
      'The potential is here the number of firms represented: a score does not say how many are concerned.',
  },
  first: (shown, all) => `The ${shown} largest remainders, of ${all} rows.`,
  whole: 'All rows',
  take: 'CSV of this table',
  fileName: 'customers',
};

const both: Record<Language, OwnWords> = { fr, en };

/** The words of the panel of one's own customers, in a language. */
export const ownWords = (language: Language): OwnWords => both[language];
