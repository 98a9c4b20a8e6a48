import type { Language } from '../../core/format/language.ts';

const fr = {
  removeOf: (name: string) => `Retirer ${name} de la comparaison`,
  title: 'Côte à côte',
  lost: (count: number) =>
    `${count === 1 ? 'Une ligne de l’adresse n’est pas' : `${count} lignes de l’adresse ne sont pas`} dans ce classement, ou au-delà de quatre : laissées de côté.`,
  target: 'Cible',
  base: 'Base',
  score: 'Score',
  scoreRank: 'Rang',
  first: 'Dans les 10 premiers',
  share: 'Part pondérée',
  smoothed: 'Part lissée',
  smoothedNote:
    'Les petites bases y sont ramenées vers les segments semblables : elle se lit avec son intervalle, sans test.',
  potential: 'Potentiel (entreprises)',
  weights: 'Entreprises représentées',
  points: (points: string) => `${points} points au score`,
  failed: 'Ces chiffres ne viennent pas : cette question ne se ventile pas ainsi.',
  loading: 'Les chiffres arrivent…',
  shareAbove: (above: string, below: string, gap: string, ci: string) =>
    `${above} au-dessus de ${below} : ${gap} (intervalle ${ci}).`,
  above: (above: string, below: string) =>
    `${above} au-dessus de ${below}, avec une probabilité d’au moins 95 %.`,
  /** Between the items of a list within a sentence. */
  between: ' ; ',
  untold: (pairs: string) => `Non départagés par les données : ${pairs}.`,
  withheld: (names: string) => `Base trop faible, donc non comparés : ${names}.`,
  noBelief: 'Cette édition ne permet pas de comparer deux scores : lisez les intervalles de rang.',
  and: 'et',
  allUntold: 'En part, les données ne départagent aucune de ces cibles.',
  pairOnOne: (above: string, below: string, gap: string) =>
    `En part, ${above} dépasse ${below} (${gap}).`,
  pairUntold: (a: string, b: string) => `En part, les données ne départagent pas ${a} et ${b}.`,
  pairOnMany: (a: string, b: string, forA: number, forB: number, untold: number) =>
    forA + forB === 0
      ? `${a} et ${b} : les données ne les départagent sur aucun des ${untold} critères.`
      : `${a} et ${b} : sur ${forA + forB + untold} critères, ${a} est au-dessus ${forA} fois, ${b} ${forB} fois ; les données ne les départagent pas ${untold} fois.`,
  scoreAbove: (above: string, below: string) => `Au score, ${above} passe devant ${below}.`,
  volumeAbove: (above: string, below: string) =>
    `En nombre d’entreprises, ${above} dépasse ${below}.`,
  method:
    'Les parts se comparent deux à deux sur leur base efficace, à 5 % de fausses découvertes pour toutes les paires ensemble ; les scores et les volumes sont dits différents à partir de 95 % de probabilité.',
};

export type BesideWords = typeof fr;

const en: BesideWords = {
  removeOf: (name) => `Take ${name} out of the comparison`,
  title: 'Side by side',
  lost: (count) =>
    `${count === 1 ? 'One row of the address is' : `${count} rows of the address are`} not in this ranking, or beyond four: left aside.`,
  target: 'Target',
  base: 'Base',
  score: 'Score',
  scoreRank: 'Rank',
  first: 'In the first 10',
  share: 'Weighted share',
  smoothed: 'Smoothed share',
  smoothedNote:
    'Small bases are drawn towards similar segments: to be read with its interval, without a test.',
  potential: 'Potential (enterprises)',
  weights: 'Enterprises represented',
  points: (points) => `${points} points of the score`,
  failed: 'These figures do not come: this question cannot be broken down so.',
  loading: 'Figures are coming…',
  shareAbove: (above, below, gap, ci) => `${above} above ${below}: ${gap} (interval ${ci}).`,
  above: (above, below) => `${above} above ${below}, with a probability of at least 95%.`,
  between: '; ',
  untold: (pairs) => `Not told apart by the data: ${pairs}.`,
  withheld: (names) => `Base too small, hence not compared: ${names}.`,
  noBelief: 'This edition does not let two scores be compared: read the rank intervals.',
  and: 'and',
  allUntold: 'By share, the data tell none of these targets apart.',
  pairOnOne: (above, below, gap) => `By share, ${above} exceeds ${below} (${gap}).`,
  pairUntold: (a, b) => `By share, the data cannot tell ${a} and ${b} apart.`,
  pairOnMany: (a, b, forA, forB, untold) =>
    forA + forB === 0
      ? `${a} and ${b}: the data cannot tell them apart on any of the ${untold} criteria.`
      : `${a} and ${b}: of ${forA + forB + untold} criteria, ${a} is above on ${forA}, ${b} on ${forB}; the data cannot tell on ${untold}.`,
  scoreAbove: (above, below) => `By score, ${above} comes before ${below}.`,
  volumeAbove: (above, below) => `By number of enterprises, ${above} exceeds ${below}.`,
  method:
    'Shares are compared two by two on their effective base, with 5% of false discoveries over all pairs; scores and volumes are called different from a probability of 95% on.',
};

const words: Record<Language, BesideWords> = { fr, en };

/** The words of the comparison of targets in a language. */
export const besideWords = (language: Language): BesideWords => words[language];
