import type { Language } from '../../core/format/language.ts';

/** The words of the call plan, in French; `en` has the same keys. */
const fr = {
  title: 'Plan d’appels',
  text: 'Répartit les appels de vos vendeurs entre les premières cibles de la liste, exclusions retirées. Chaque cible reçoit des appels à proportion de ce qu’on peut y compter sans se flatter, jamais plus que d’entreprises estimées. Chaque vendeur a la même charge, des territoires voisins, et commence par ses cibles les mieux classées.',
  sellers: 'Vendeurs',
  sellersHint: 'Des noms séparés par des virgules, ou un nombre. Ils figurent dans l’adresse.',
  sellersWrong: 'Donnez de 1 à 30 vendeurs : des noms séparés par des virgules, ou un nombre.',
  callsAWeek: 'Appels par vendeur et par semaine',
  weeks: 'Semaines',
  targets: 'Lignes appelées, depuis la première',
  seller: 'Vendeur',
  week: (number: number) => `Semaine ${number}`,
  shortWeek: (number: number) => `S${number}`,
  total: 'Total',
  target: 'Cible',
  why: { potential: 'Au moins', score: 'Compté' },
  whyLong: {
    potential:
      'Au moins : entreprises concernées, au bas de l’intervalle du potentiel ; dessous, leur part de ce que comptent ces cibles, qui est celle des appels.',
    score:
      'Compté : entreprises représentées, multipliées par la probabilité d’être dans les dix premiers ; dessous, leur part du total de ces cibles, qui est celle des appels.',
  },
  loadOf: (seller: string, calls: string) => `${seller} : ${calls} appels`,
  caption: (calls: string, sellers: string, weeks: string) =>
    `${calls} appels, ${sellers} vendeurs, ${weeks} semaines`,
  reason: {
    potential: (counted: string, part: string) =>
      `au moins ${counted} entreprises concernées (bas de l’intervalle), soit ${part} de ce que comptent ces cibles`,
    score: (counted: string, part: string) =>
      `entreprises représentées × probabilité d’être dans les dix premiers = ${counted}, soit ${part} du total de ces cibles`,
  },
  capped: 'plafonné au nombre estimé d’entreprises',
  cappedShort: 'plafonné',
  lowBase: 'base faible : à confirmer dès les premiers appels',
  spare: (calls: string) =>
    `${calls} appels restent à placer : les cibles retenues n’ont pas plus d’entreprises. Prenez plus de cibles.`,
  withheld: (names: string) => `Aucun appel, faute de réponses suffisantes : ${names}.`,
  none: 'Ce classement n’a aucune cible dont le potentiel soit estimé : choisissez une édition qui a les microdonnées, ou un autre croisement.',
  cautions:
    'Le potentiel est estimé d’après des réponses déclarées ; ce n’est pas une liste d’entreprises, et le nombre d’appels ne dit rien de leur succès. Deux cibles d’un même groupe ne sont pas départagées par les données.',
  csv: 'Un CSV par vendeur (ZIP)',
  csvOf: (seller: string) => `CSV de ${seller}`,
  printPlan: 'Imprimer le plan',
  /** Between the items of a list within a sentence. */
  between: ' ; ',
  readme: 'LISEZ-MOI',
  /** Part of the names of files. */
  fileName: 'appels',
};

export type PlanWords = typeof fr;

const en: PlanWords = {
  title: 'Call plan',
  text: 'Shares your sellers’ calls among the first targets of the list, exclusions left out. Each target receives calls in proportion to what can be counted on there without flattery, never more than its estimated firms. Sellers have equal loads, neighbouring places, and begin with their best ranked targets.',
  sellers: 'Sellers',
  sellersHint: 'Names between commas, or a number. They are in the address.',
  sellersWrong: 'Give 1 to 30 sellers: names between commas, or a number.',
  callsAWeek: 'Calls a seller and week',
  weeks: 'Weeks',
  targets: 'First targets called',
  seller: 'Seller',
  week: (number) => `Week ${number}`,
  shortWeek: (number) => `W${number}`,
  total: 'Total',
  target: 'Target',
  why: { potential: 'At least', score: 'Counted' },
  whyLong: {
    potential:
      'At least: firms concerned, at the low end of the potential; below, their part of what these targets count, which is that of the calls.',
    score:
      'Counted: firms represented, times the probability of being in the first ten; below, their part of the total of these targets, which is that of the calls.',
  },
  loadOf: (seller, calls) => `${seller}: ${calls} calls`,
  caption: (calls, sellers, weeks) => `${calls} calls, ${sellers} sellers, ${weeks} weeks`,
  reason: {
    potential: (counted, part) =>
      `at least ${counted} firms concerned (low end of the interval), ${part} of what these targets count`,
    score: (counted, part) =>
      `firms represented × probability of the first ten = ${counted}, ${part} of these targets’ total`,
  },
  capped: 'held to the estimated number of firms',
  cappedShort: 'capped',
  lowBase: 'small base: confirm with the first calls',
  spare: (calls) =>
    `${calls} calls are left: the targets kept have no more firms. Take more targets.`,
  withheld: (names) => `No call, for want of enough answers: ${names}.`,
  none: 'No target of this ranking has an estimated potential: choose an edition that has microdata, or another breakdown.',
  cautions:
    'The potential is estimated from declared answers; this is no list of firms, and the number of calls says nothing of their success. The data do not part two targets of one group.',
  csv: 'One CSV a seller (ZIP)',
  csvOf: (seller) => `CSV of ${seller}`,
  printPlan: 'Print the plan',
  between: '; ',
  readme: 'README',
  fileName: 'calls',
};

const words: Record<Language, PlanWords> = { fr, en };

/** The call plan's words in a language. */
export const planWords = (language: Language): PlanWords => words[language];
