import type { Language } from './language.ts';
import { display } from './typography.ts';

const grouping =
  "L'édition (\\d+) regroupe Provence-Alpes-Côte d'Azur et Corse : demander la région 93\\+94\\.";

/** The API's cautions, which are French, and how English says them; what a pattern holds is kept. */
const english: readonly (readonly [pattern: string, words: string])[] = [
  [
    "(\\d+) % des entreprises interrogées n'ont pas répondu : les parts ne sont pas données\\.",
    '$1% of the enterprises interviewed did not answer: shares are not given.',
  ],
  [
    "(\\d+) % des entreprises interrogées n'ont pas répondu\\.",
    '$1% of the enterprises interviewed did not answer.',
  ],
  [grouping, 'The $1 edition groups Provence-Alpes-Côte d’Azur and Corse: ask for region 93+94.'],
  [
    'Avant (\\d+), les résultats par région ou département ne sont pas représentatifs\\.',
    'Before $1, results by region or department are not representative.',
  ],
  [
    "Le fichier ne numérote pas les répondants : la base de cette question à plusieurs réponses est l'ensemble des répondants de l'édition\\.",
    'The file does not number respondents: the base of this multiple-answer question is all the respondents of the edition.',
  ],
  [
    "L'édition (\\d+) est pondérée autrement que les suivantes : écarts à lire avec prudence\\.",
    'The $1 edition is weighted otherwise than the next ones: read differences with caution.',
  ],
  [
    'Chiffres publiés par la DGE : ni effectif, ni intervalle, ni test ne peuvent en être tirés\\.',
    'Figures published by the DGE: neither base, interval nor test can be drawn from them.',
  ],
  [
    'Chiffres publiés par la DGE : ni effectif, ni intervalle, ni test ne peuvent en être tirés\\. Éditions : (.+)\\.',
    'Figures published by the DGE: neither base, interval nor test can be drawn from them. Editions: $1.',
  ],
  [
    "Les chiffres publiés ne donnent pas cette question par ces dimensions : seul l'ensemble est connu\\.",
    'The published figures do not break this question down so: only the whole is known.',
  ],
  [
    "Les chiffres publiés n'ont pas de base : les groupes n'y sont pas comparés deux à deux\\.",
    'The published figures have no base: groups are not compared two by two.',
  ],
  [
    'Ordre indicatif : il ne se distingue pas de ce que donnerait le hasard\\.',
    'Indicative order: it cannot be told from what chance would give.',
  ],
  [
    "Les parts ne se distinguent pas d'un segment à l'autre : l'ordre suit surtout le nombre d'entreprises\\.",
    'Shares cannot be told apart between segments: the order mostly follows the number of enterprises.',
  ],
  [
    "Moins de 30 répondants d'un côté ou de l'autre : ni lissage, ni rang ne peuvent être estimés\\.",
    'Fewer than 30 respondents on one side or the other: neither smoothing nor ranks can be estimated.',
  ],
  [
    'Les volumes sont calés sur les effectifs officiels du fichier « (.+) »\\.',
    'Volumes are calibrated to the official counts of the file “$1”.',
  ],
  [
    "(\\d+) segments absents de ce fichier gardent l'estimation de l'enquête, mise à la même échelle\\.",
    '$1 segments absent from this file keep the survey’s estimate, set to the same scale.',
  ],
  [
    "Le fichier d'effectifs officiels « (.+) » ne sert pas ici : un score n'estime pas de volume\\.",
    'The file of official counts “$1” is not used here: a score estimates no volume.',
  ],
  [
    "(\\d+) répondants sans (.+) connu comptent dans l'ensemble, dans aucune ligne\\.",
    '$1 respondents whose breakdown is not known count in the whole, and in no row.',
  ],
  [
    'Ces réponses ne peuvent être comptées ensemble en (.+) : le fichier ne dit pas qui a donné lesquelles\\.',
    'These answers cannot be counted together in $1: the file does not say who gave which.',
  ],
  [
    "Ce profil a trop peu de répondants pour qu'un écart soit donné\\.",
    'This profile has too few respondents for a difference to be given.',
  ],
];

const patterns = english.map(
  ([pattern, words]) => [new RegExp(`^${pattern}$`, 'u'), words] as const,
);

/** Whether a caution can be said in English; a warehouse may hold one of its own, in French. */
export const isTranslated = (notice: string): boolean =>
  patterns.some(([pattern]) => pattern.test(notice));

/** A caution of the API as a reader of that language sees it; one that is not known stays as it is. */
export function sayNotice(notice: string, language: Language): string {
  if (language === 'fr') return display(notice, 'fr');
  const known = patterns.find(([pattern]) => pattern.test(notice));
  return known === undefined ? display(notice, 'en') : notice.replace(known[0], known[1]);
}
