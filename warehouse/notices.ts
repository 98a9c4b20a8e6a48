import type { Dimension } from '../core/contract/vocabulary.ts';
import { nameDimension } from '../core/format/names.ts';
import { nonResponseFlagOf } from '../core/stats/reliability.ts';
import type { Edition } from './catalogue.ts';
import type { Selection } from './filter-clause.ts';
import type { Segment } from './measure.ts';

/** From here on the regional samples are calibrated by region. */
export const firstRegionalEdition = 2023;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The weighted rate of those asked who gave no answer. */
const nonResponseRate = ({ base, nonResponse }: Segment): number => {
  const asked = base.sumW + nonResponse.weight;
  return asked > 0 ? nonResponse.weight / asked : 0;
};

/** Cautions about who did not answer. */
export function nonResponseNotices(total: Segment): string[] {
  const flag = nonResponseFlagOf(total.base.sumW, total.nonResponse.weight);
  const rate = percent(nonResponseRate(total));
  if (flag === 'suppressed') {
    return [
      `${rate} des entreprises interrogées n'ont pas répondu : les parts ne sont pas données.`,
    ];
  }
  return flag === null ? [] : [`${rate} des entreprises interrogées n'ont pas répondu.`];
}

/** Cautions about territories: the survey's grouping, and regions before they were calibrated. */
export function territoryNotices(
  { edition, grouped, region }: Pick<Edition, 'edition' | 'grouped'> & { region: boolean },
  { filters }: Selection,
): string[] {
  const asked = filters.region ?? [];
  const notices: string[] = [];
  if (grouped && asked.some((key) => key === '93' || key === '94')) {
    notices.push(
      `L'édition ${edition} regroupe Provence-Alpes-Côte d'Azur et Corse : demander la région 93+94.`,
    );
  }
  if (region && edition < firstRegionalEdition) {
    notices.push(
      `Avant ${firstRegionalEdition}, les résultats par région ou département ne sont pas représentatifs.`,
    );
  }
  return notices;
}

/** Said where a multiple-answer question has no respondent ids: what its base is. */
export const assumedBaseNotice =
  "Le fichier ne numérote pas les répondants : la base de cette question à plusieurs réponses est l'ensemble des répondants de l'édition.";

/** The edition whose weighting is not that of the others. */
export const otherwiseWeighted = 2020;

/** Said of an edition whose weighting differs. */
export const weightingNotices = (editions: readonly number[]): string[] =>
  editions.includes(otherwiseWeighted)
    ? ["L'édition 2020 est pondérée autrement que les suivantes : écarts à lire avec prudence."]
    : [];

/** Said with the official aggregates. */
export const publishedNotice =
  'Chiffres publiés par la DGE : ni effectif, ni intervalle, ni test ne peuvent en être tirés.';

/** Said of a series some editions of which are official aggregates. */
export const publishedYearsNotice = (editions: readonly number[]): string =>
  `${publishedNotice} Éditions : ${editions.join(', ')}.`;

/** Said where answers asked together cannot be counted together in some editions. */
export const unmergeableNotice = (editions: readonly number[]): string =>
  `Ces réponses ne peuvent être comptées ensemble en ${editions.join(', ')} : le fichier ne dit pas qui a donné lesquelles.`;

/** Said of a profile too small to be compared. */
export const tooSmallProfileNotice =
  "Ce profil a trop peu de répondants pour qu'un écart soit donné.";

/** Said of respondents whose value of a shown dimension is unknown. */
export const unplacedNotice = (n: number, by: readonly Dimension[]): string =>
  `${n} répondants sans ${by.map((each) => nameDimension(each, 'fr')).join(' ou ')} connu comptent dans l'ensemble, dans aucune ligne.`;

/** Said where the official aggregates have no row for what is broken down. */
export const unpublishedTableNotice =
  "Les chiffres publiés ne donnent pas cette question par ces dimensions : seul l'ensemble est connu.";

/** Said where letters are asked of official aggregates. */
export const noLettersNotice =
  "Les chiffres publiés n'ont pas de base : les groupes n'y sont pas comparés deux à deux.";

/** Said of a ranking whose segments chance alone could order so. */
export const indicativeOrderNotice =
  'Ordre indicatif : il ne se distingue pas de ce que donnerait le hasard.';

/** Said of a ranking by volume whose shares chance alone could make so. */
export const volumeOrderNotice =
  "Les parts ne se distinguent pas d'un segment à l'autre : l'ordre suit surtout le nombre d'entreprises.";

/** Said where too few respondents are on one side to smooth or rank. */
export const unrankableNotice =
  "Moins de 30 répondants d'un côté ou de l'autre : ni lissage, ni rang ne peuvent être estimés.";

/** Said where volumes rest on official counts: on which file, and how many segments it leaves out. */
export const officialVolumeNotices = (file: string, leftOut: number): string[] => [
  `Les volumes sont calés sur les effectifs officiels du fichier « ${file} ».`,
  ...(leftOut === 0
    ? []
    : [
        `${leftOut} segments absents de ce fichier gardent l'estimation de l'enquête, mise à la même échelle.`,
      ]),
];

/** Said of a score where official counts were brought: a score estimates no volume. */
export const countsUnusedNotices = (file: string | undefined): string[] =>
  file === undefined
    ? []
    : [
        `Le fichier d'effectifs officiels « ${file} » ne sert pas ici : un score n'estime pas de volume.`,
      ];
