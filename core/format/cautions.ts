import type { Caution, CautionFields } from '../contract/cautions.ts';
import { type Dimension, dimensions } from '../contract/vocabulary.ts';
import { enumerate } from './grammar.ts';
import type { Language } from './language.ts';
import { nameDimension, nameKey } from './names.ts';
import { formatCount, formatShare } from './numbers.ts';
import { display } from './typography.ts';

type Bilingual = Readonly<Record<Language, string>>;
type Said<Code extends Caution['code']> = Extract<Caution, { code: Code }>;
type Sentences = { [Code in Caution['code']]: (caution: Said<Code>) => Bilingual };

const years = (editions: readonly number[]): Bilingual => ({
  fr: enumerate(editions.map(String), 'et'),
  en: enumerate(editions.map(String), 'and'),
});

/** Dimensions whose French name is masculine: département, secteur. */
const masculine: readonly Dimension[] = ['department', 'sector'];

function unplaced({ n, by }: Said<'unplaced'>): Bilingual {
  const named = (language: Language) => by.map((each) => nameDimension(each, language));
  const several = n > 1;
  return {
    fr: `${formatCount(n, 'fr')} ${several ? 'répondants' : 'répondant'} sans ${enumerate(named('fr'), 'ou')} ${by.some((each) => masculine.includes(each)) ? 'connu' : 'connue'} ${several ? 'comptent' : 'compte'} dans l'ensemble, dans aucune ligne.`,
    en: `${formatCount(n, 'en')} ${several ? 'respondents' : 'respondent'} without a known ${enumerate(named('en'), 'or')} ${several ? 'count' : 'counts'} in the whole, and in no row.`,
  };
}

/** Rows named in a sentence; the others are counted. */
const mostNamed = 3;

function rowsNonResponse({ rows, withheld }: Said<'rows-non-response'>): Bilingual {
  const named = (language: Language, others: (n: number) => string, and: string) => {
    const names = rows.slice(0, mostNamed).map((key) => nameKey(key, dimensions, '', language));
    const left = rows.length - names.length;
    return enumerate(left > 0 ? [...names, others(left)] : names, and);
  };
  const fr = named('fr', (n) => `${n} ${n > 1 ? 'autres lignes' : 'autre ligne'}`, 'et');
  const en = named('en', (n) => `${n} other ${n > 1 ? 'rows' : 'row'}`, 'and');
  return withheld
    ? {
        fr: `Plus de la moitié des entreprises interrogées n'ont pas répondu, et les parts ne sont pas données : ${fr}.`,
        en: `More than half of the enterprises interviewed did not answer, and shares are not given: ${en}.`,
      }
    : {
        fr: `Plus d'une entreprise interrogée sur cinq n'a pas répondu : ${fr}.`,
        en: `More than one enterprise interviewed in five did not answer: ${en}.`,
      };
}

function published({ editions }: Said<'published'>): Bilingual {
  const said = years(editions);
  const only = editions.length > 0;
  return {
    fr: `Chiffres publiés par la DGE${only ? ` (${said.fr})` : ''} : ni effectif, ni intervalle, ni test ne peuvent en être tirés.`,
    en: `Figures published by the DGE${only ? ` (${said.en})` : ''}: neither base, interval nor test can be drawn from them.`,
  };
}

const sentences: Sentences = {
  origin: ({ text }) => ({ fr: text, en: text }),
  'non-response': ({ rate, withheld }) => ({
    fr: `${formatShare(rate, 'fr', 0)} des entreprises interrogées n'ont pas répondu${withheld ? ' : les parts ne sont pas données' : ''}.`,
    en: `${formatShare(rate, 'en', 0)} of the enterprises interviewed did not answer${withheld ? ': shares are not given' : ''}.`,
  }),
  'rows-non-response': rowsNonResponse,
  'grouped-regions': ({ edition }) => ({
    fr: `L'édition ${edition} regroupe Provence-Alpes-Côte d'Azur et Corse : demander la région 93+94.`,
    en: `The ${edition} edition groups Provence-Alpes-Côte d'Azur and Corse: ask for region 93+94.`,
  }),
  'regions-not-representative': ({ before }) => ({
    fr: `Avant ${before}, les résultats par région ou département ne sont pas représentatifs.`,
    en: `Before ${before}, results by region or department are not representative.`,
  }),
  'assumed-base': () => ({
    fr: "Le fichier ne numérote pas les répondants : la base de cette question à plusieurs réponses est l'ensemble des répondants de l'édition.",
    en: 'The file does not number respondents: the base of this multiple-answer question is all the respondents of the edition.',
  }),
  weighting: ({ edition }) => ({
    fr: `L'édition ${edition} est pondérée autrement que les suivantes : écarts à lire avec prudence.`,
    en: `The ${edition} edition is weighted otherwise than the next ones: read differences with caution.`,
  }),
  published,
  'published-breakdown': () => ({
    fr: "Les chiffres publiés ne donnent pas cette question par ces dimensions : seul l'ensemble est connu.",
    en: 'The published figures do not break this question down so: only the whole is known.',
  }),
  'published-letters': () => ({
    fr: "Les chiffres publiés n'ont pas de base : les groupes n'y sont pas comparés deux à deux.",
    en: 'The published figures have no base: groups are not compared two by two.',
  }),
  unmergeable: ({ editions }) => ({
    fr: `Ces réponses ne peuvent être comptées ensemble en ${years(editions).fr} : le fichier ne dit pas qui a donné lesquelles.`,
    en: `These answers cannot be counted together in ${years(editions).en}: the file does not say who gave which.`,
  }),
  'small-sides': () => ({
    fr: "Trop peu de réponses, ou de poids trop inégaux, d'un côté ou de l'autre pour qu'un écart soit donné.",
    en: 'Too few answers, or too unequally weighted, on one side or the other for a difference to be given.',
  }),
  unplaced,
  'indicative-order': () => ({
    fr: 'Ordre indicatif : il ne se distingue pas de ce que donnerait le hasard.',
    en: 'Indicative order: it cannot be told from what chance would give.',
  }),
  'volume-order': () => ({
    fr: "Les parts ne se distinguent pas d'un segment à l'autre : l'ordre suit surtout le nombre d'entreprises.",
    en: 'Shares cannot be told apart between segments: the order mostly follows the number of enterprises.',
  }),
  'hidden-rivals': ({ segments, ranked }) => ({
    fr:
      segments > 1
        ? `${formatCount(segments, 'fr')} segments de moins de 3 répondants concourent sans être montrés : les rangs possibles vont de 1 à ${formatCount(ranked, 'fr')}.`
        : `Un segment de moins de 3 répondants concourt sans être montré : les rangs possibles vont de 1 à ${formatCount(ranked, 'fr')}.`,
    en:
      segments > 1
        ? `${formatCount(segments, 'en')} segments of fewer than 3 respondents compete without being shown: possible ranks go from 1 to ${formatCount(ranked, 'en')}.`
        : `One segment of fewer than 3 respondents competes without being shown: possible ranks go from 1 to ${formatCount(ranked, 'en')}.`,
  }),
  'too-few-to-rank': () => ({
    fr: "Moins de 30 répondants d'un côté ou de l'autre : ni lissage, ni rang ne peuvent être estimés.",
    en: 'Fewer than 30 respondents on one side or the other: neither smoothing nor ranks can be estimated.',
  }),
  'no-score': () => ({
    fr: "Aucun critère ne distingue les segments les uns des autres : il n'y a pas de score.",
    en: 'No criterion tells segments apart: there is no score.',
  }),
  'dropped-criteria': ({ questions }) => ({
    fr: `Critères écartés, qui ne distinguent pas les segments : ${questions.join(', ')}.`,
    en: `Criteria left out, which do not tell segments apart: ${questions.join(', ')}.`,
  }),
  'official-volumes': ({ file }) => ({
    fr: `Les volumes sont calés sur les effectifs officiels du fichier « ${file} ».`,
    en: `Volumes are calibrated to the official counts of the file “${file}”.`,
  }),
  'left-out-of-counts': ({ segments }) => ({
    fr:
      segments > 1
        ? `${formatCount(segments, 'fr')} segments absents de ce fichier gardent l'estimation de l'enquête, mise à la même échelle.`
        : "Un segment absent de ce fichier garde l'estimation de l'enquête, mise à la même échelle.",
    en:
      segments > 1
        ? `${formatCount(segments, 'en')} segments absent from this file keep the survey's estimate, set to the same scale.`
        : "One segment absent from this file keeps the survey's estimate, set to the same scale.",
  }),
  'counts-unused': ({ file }) => ({
    fr: `Le fichier d'effectifs officiels « ${file} » ne sert pas ici : un score n'estime pas de volume.`,
    en: `The file of official counts “${file}” is not used here: a score estimates no volume.`,
  }),
};

const said = (caution: Caution): Bilingual =>
  (sentences[caution.code] as (caution: Caution) => Bilingual)(caution);

/** A caution as a reader of that language sees it. */
export const sayCaution = (caution: Caution, language: Language): string =>
  display(said(caution)[language], language);

/** The cautions of an answer, as codes and as plain French sentences, whose typography is the reader's to set. */
export const cautioned = (cautions: readonly Caution[]): CautionFields => ({
  notices: cautions.map((caution) => said(caution).fr),
  cautions: [...cautions],
});
