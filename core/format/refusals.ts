import type { Said } from '../contract/problem.ts';
import type { Basis, Dimension } from '../contract/vocabulary.ts';

/** Where an answer was looked for. */
const ofQuestion = (code: number | string, year?: number): Said =>
  year === undefined
    ? { fr: `la question ${code}`, en: `question ${code}` }
    : { fr: `la question ${code} en ${year}`, en: `question ${code} in ${year}` };

const canAnswer = (able: readonly (Basis | number)[]): Said =>
  able.length === 0
    ? {
        fr: 'aucune édition ne les donne pour cette question',
        en: 'no edition gives them for this question',
      }
    : { fr: `${able.join(', ')} peut répondre`, en: `${able.join(', ')} can answer` };

const closed = (why: Said, able: readonly (Basis | number)[]): Said => ({
  fr: `${why.fr} ; ${canAnswer(able).fr}.`,
  en: `${why.en}; ${canAnswer(able).en}.`,
});

/** Why a question, an edition, a basis or an answer cannot be had. */
export const noSuch = {
  question: (code: number | string): Said => ({
    fr: `Aucune question ne porte le code ${code}.`,
    en: `No question has the code ${code}.`,
  }),
  edition: (year: number): Said => ({
    fr: `Il n'y a pas d'édition ${year}.`,
    en: `There is no ${year} edition.`,
  }),
  chapter: (code: number): Said => ({
    fr: `Il n'y a pas de chapitre ${code}.`,
    en: `There is no chapter ${code}.`,
  }),
  answer: (label: string, code: number | string, year?: number): Said => ({
    fr: `« ${label} » n'est pas une réponse de ${ofQuestion(code, year).fr}.`,
    en: `“${label}” is not an answer to ${ofQuestion(code, year).en}.`,
  }),
  favourable: (code: number): Said => ({
    fr: `La question ${code} n'a pas de réponse dite favorable : il faut en nommer une.`,
    en: `Question ${code} has no answer said to be favourable: name one.`,
  }),
  asking: (code: number, year: number): Said => ({
    fr: `La question ${code} n'a pas été posée en ${year}.`,
    en: `Question ${code} was not asked in ${year}.`,
  }),
  microdata: (year: number): Said => ({
    fr: `L'édition ${year} n'a pas de microdonnées.`,
    en: `The ${year} edition has no microdata.`,
  }),
  microdataAtAll: {
    fr: "Aucune édition n'a de microdonnées : un profil ne peut être comparé au reste.",
    en: 'No edition has microdata: a profile cannot be compared with the rest.',
  },
  basis: (basis: Basis, code: number): Said => ({
    fr: `Aucune édition n'a de chiffres « ${basis} » pour la question ${code}.`,
    en: `No edition has “${basis}” figures for question ${code}.`,
  }),
} as const;

/** Why figures do not have all that is asked of them, and which do. */
export const lacking = {
  dimensions: (year: number, absent: Dimension, able: readonly number[]): Said =>
    closed(
      {
        fr: `L'édition ${year} ne donne pas tout ce qui est demandé (${absent})`,
        en: `The ${year} edition does not give all that is asked (${absent})`,
      },
      able,
    ),
  publishedDepartments: (year: number, able: readonly number[]): Said =>
    closed(
      {
        fr: `Les chiffres publiés (${year}) s'arrêtent à la région, au secteur et à la taille`,
        en: `Published figures (${year}) stop at region, sector and size`,
      },
      able,
    ),
  basisAnywhere: (basis: Basis, able: readonly Basis[]): Said =>
    closed(
      {
        fr: `Aucun chiffre « ${basis} » n'a tout ce qui est demandé`,
        en: `No “${basis}” figure has all that is asked`,
      },
      able,
    ),
  basisDimensions: (basis: Basis, year: number, able: readonly Basis[]): Said =>
    closed(
      {
        fr: `Les chiffres « ${basis} » de ${year} n'ont pas toutes les dimensions demandées`,
        en: `The “${basis}” figures of ${year} do not have all the dimensions asked for`,
      },
      able,
    ),
  basisInEdition: (basis: Basis, code: number, year: number, able: readonly Basis[]): Said =>
    closed(
      {
        fr: `L'édition ${year} n'a pas de chiffres « ${basis} » pour la question ${code}`,
        en: `The ${year} edition has no “${basis}” figures for question ${code}`,
      },
      able,
    ),
  trendDepartments: (code: number): Said => ({
    fr: `Les départements demandent des microdonnées : la question ${code} n'en a pas.`,
    en: `Departments need microdata: question ${code} has none.`,
  }),
  trendBasis: (basis: Basis, code: number): Said => ({
    fr: `Cette demande ne peut se lire dans les chiffres « ${basis} » de la question ${code}.`,
    en: `This cannot be read in the “${basis}” figures of question ${code}.`,
  }),
  pair: {
    fr: 'Il faut deux éditions, la première plus ancienne, qui aient toutes deux des microdonnées ou toutes deux des chiffres publiés (les départements demandent des microdonnées).',
    en: 'Two editions are needed, the first one earlier, both with microdata or both with published figures (departments need microdata).',
  },
} as const;

/** Why answers cannot be counted together, or groups be compared. */
export const cannot = {
  mergePublished: (code: number): Said => ({
    fr: `La question ${code} admet plusieurs réponses et les chiffres publiés ne disent pas qui a donné lesquelles : on ne peut pas les compter ensemble. En demander une seule.`,
    en: `Question ${code} takes several answers and published figures do not say who gave which: they cannot be counted together. Ask for one.`,
  }),
  mergeEdition: (code: number, year: number): Said => ({
    fr: `La question ${code} admet plusieurs réponses et l'édition ${year} ne dit pas qui a donné lesquelles : on ne peut pas les compter ensemble. En demander une seule.`,
    en: `Question ${code} takes several answers and the ${year} edition does not say who gave which: they cannot be counted together. Ask for one.`,
  }),
  letterWhole: {
    fr: 'Les lettres comparent des groupes : il faut une dimension, « by ».',
    en: 'Letters compare groups: give a dimension, “by”.',
  },
  letterSoMany: (most: number, dimension: Dimension, groups: number): Said => ({
    fr: `Les lettres comparent ${most} groupes au plus, et « ${dimension} » en a ${groups} : filtrez, ou donnez une autre dimension en dernier.`,
    en: `Letters compare ${most} groups at most, and “${dimension}” has ${groups}: filter, or give another dimension last.`,
  }),
  compareWhole: (dimensions: readonly Dimension[]): Said => ({
    fr: `Un profil se choisit par au moins un filtre : ${dimensions.join(', ')}.`,
    en: `A profile is chosen by one filter at least: ${dimensions.join(', ')}.`,
  }),
} as const;

/** Why a ranking, or a score of several criteria, cannot be made. */
export const unrankable = {
  both: {
    fr: 'Un classement prend une question et ses réponses, ou des critères, pas les deux.',
    en: 'A ranking takes a question and its answers, or criteria, not both.',
  },
  neither: {
    fr: 'Un classement demande une question, ou des critères.',
    en: 'A ranking needs a question, or criteria.',
  },
  scoreOnly: {
    fr: 'Plusieurs critères se classent par leur score.',
    en: 'Several criteria are ranked by their score.',
  },
  noScore: { fr: 'Le score demande des critères.', en: 'A score needs criteria.' },
  unreadable: (text: string): Said => ({
    fr: `« ${text} » ne se lit pas. Un critère s'écrit question:réponse[|réponse…]:+ ou -:poids, par exemple 501:Tout à fait d'accord:+:0.5.`,
    en: `“${text}” cannot be read. A criterion is written question:answer[|answer…]:+ or -:weight, for instance 501:Tout à fait d'accord:+:0.5.`,
  }),
  editionWithout: (year: number): Said => ({
    fr: `L'édition ${year} n'a pas les microdonnées de tous les critères.`,
    en: `The ${year} edition does not have the microdata of all the criteria.`,
  }),
  noEdition: {
    fr: "Aucune édition n'a les microdonnées de tous ces critères.",
    en: 'No edition has the microdata of all these criteria.',
  },
  tooMany: (most: number): Said => ({
    fr: `Un score prend ${most} critères au plus.`,
    en: `A score takes ${most} criteria at most.`,
  }),
  merged: (code: number | string, year: number): Said => ({
    fr: `L'édition ${year} ne dit pas qui a donné quelles réponses à la question ${code} : n'en compter qu'une.`,
    en: `The ${year} edition does not say who gave which answers to question ${code}: count one only.`,
  }),
  weightless: {
    fr: 'Au moins un critère doit avoir un poids.',
    en: 'One criterion at least must have a weight.',
  },
  otherUniverse: (code: number): Said => ({
    fr: `La question ${code} n'a été posée qu'à une partie des entreprises : un score ne mêle pas des questions posées à des publics différents.`,
    en: `Question ${code} was put to some enterprises only: a score does not mix questions put to different publics.`,
  }),
} as const;
