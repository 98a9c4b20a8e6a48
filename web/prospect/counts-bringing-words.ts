import type { Language } from '../../core/format/language.ts';

const fr = {
  text: 'Par défaut, les volumes reposent sur les poids de l’enquête. Si vous avez les nombres officiels d’entreprises (Insee, registre), apportez-les en CSV : une colonne « entreprises » et une à trois des colonnes « département », « secteur », « taille », en codes ou en toutes lettres.',
  sent: 'À la différence de vos clients, ce fichier est envoyé au serveur, qui s’en sert pour le calcul et ne le garde pas. N’y mettez que des chiffres publics.',
  link: 'L’adresse de la page ne contient pas ce fichier : qui l’ouvre voit les volumes de l’enquête.',
  file: 'Choisir un fichier d’effectifs',
  drop: 'ou déposez-le sur le cadre',
  several: 'Un seul fichier à la fois : le premier est lu.',
  heavy: 'Ce fichier dépasse deux mégaoctets : ne gardez que les colonnes utiles.',
  used: (file: string) => `Les volumes sont calés sur « ${file} ».`,
  reading: 'Calcul sur vos effectifs…',
  forget: 'Revenir aux volumes de l’enquête',
  refused: 'Ce fichier n’a pas servi :',
};

type CountsBringingWords = typeof fr;

const en: CountsBringingWords = {
  text: 'By default, volumes rest on the survey’s weights. If you have official numbers of firms (Insee, a register), bring them as a CSV: a column “enterprises” and one to three of the columns “department”, “sector”, “size”, as codes or in words.',
  sent: 'Unlike your customers, this file is sent to the server, which uses it for the calculation and does not keep it. Put public figures only in it.',
  link: 'The page’s address does not hold this file: whoever opens it sees the survey’s volumes.',
  file: 'Choose a file of counts',
  drop: 'or drop it on the frame',
  several: 'One file at a time: the first is read.',
  heavy: 'This file is over two megabytes: keep only the columns that serve.',
  used: (file) => `Volumes are calibrated to “${file}”.`,
  reading: 'Calculating on your counts…',
  forget: 'Back to the survey’s volumes',
  refused: 'This file was not used:',
};

/** The words of official counts brought to the page. */
export const countsBringingWords = (language: Language): CountsBringingWords =>
  language === 'fr' ? fr : en;
