import type { CompareAnswer, MoversAnswer } from '../../core/contract/comparison.ts';
import type { StoriesAnswer } from '../../core/contract/stories.ts';
import type { Language } from '../../core/format/language.ts';
import type { AnswerView, DataAnswers } from './table.ts';

const titles = {
  fr: {
    compare: (edition: number) => `Ce qui distingue le profil, édition ${edition}`,
    stories: (edition: number | null) => `Ce que l’édition ${edition} apprend`,
    movers: (from: number, to: number) => `Ce qui a bougé entre ${from} et ${to}`,
    rankings: 'Classement selon plusieurs critères',
  },
  en: {
    compare: (edition: number) => `What sets the profile apart, ${edition} edition`,
    stories: (edition: number | null) => `What the ${edition} edition teaches`,
    movers: (from: number, to: number) => `What moved between ${from} and ${to}`,
    rankings: 'Ranking by several criteria',
  },
} as const;

/** What a file is about: its question, in French, or its view. */
export function titleOf(
  view: AnswerView,
  answer: DataAnswers[AnswerView],
  language: Language,
): string {
  const words = titles[language];
  if ('question' in answer && answer.question) return answer.question.label;
  if (view === 'compare') return words.compare((answer as CompareAnswer).edition);
  if (view === 'stories') return words.stories((answer as StoriesAnswer).edition);
  if (view === 'movers') {
    const { from, to } = answer as MoversAnswer;
    return words.movers(from, to);
  }
  return words.rankings;
}

/** The notes beside the figures of a file. */
export const noteWords = {
  fr: {
    title: 'Titre',
    answers: 'Réponses',
    edition: 'Édition',
    basis: 'Source des chiffres',
    bases: { microdata: 'Réponses des entreprises (microdonnées)', published: 'Résultats publiés' },
    filters: 'Filtres',
    measure: 'Mesure',
    measureText:
      'Les parts sont des proportions pondérées (0 à 1) ; les poids sont des nombres d’entreprises.',
    uncertainty: 'Incertitude',
    uncertaintyText:
      'Intervalles de Wilson sur base efficace ; erreur type par linéarisation (plan à un degré, poids inégaux). Une part trop peu fondée n’est pas donnée (signalement « suppressed »), ou l’est avec réserve (« low-base »).',
    caution: 'À savoir',
    notice: 'Avertissement',
    attribution: 'Attribution',
    licence: 'Licence',
    warehouse: 'Entrepôt',
    warehouseText: (version: string, builtAt: string, origin: string) =>
      `version ${version}, construit le ${builtAt}, origine : ${origin}`,
    origins: { portal: 'portail', files: 'fichiers', demonstration: 'démonstration' },
    tool: 'Outil',
    toolText: 'Numoscope, indépendant de l’État',
  },
  en: {
    title: 'Title',
    answers: 'Answers',
    edition: 'Edition',
    basis: 'Source of the figures',
    bases: { microdata: 'Answers of the enterprises (microdata)', published: 'Published results' },
    filters: 'Filters',
    measure: 'Measure',
    measureText: 'Shares are weighted proportions (0 to 1); weights are numbers of enterprises.',
    uncertainty: 'Uncertainty',
    uncertaintyText:
      'Wilson intervals on the effective base; standard error by linearisation (one-stage design, unequal weights). A share with too little behind it is not given (flag “suppressed”), or given with reserve (“low-base”).',
    caution: 'Caution',
    notice: 'Notice',
    attribution: 'Attribution',
    licence: 'Licence',
    warehouse: 'Warehouse',
    warehouseText: (version: string, builtAt: string, origin: string) =>
      `version ${version}, built on ${builtAt}, origin: ${origin}`,
    origins: { portal: 'portal', files: 'files', demonstration: 'demonstration' },
    tool: 'Tool',
    toolText: 'Numoscope, independent of the State',
  },
} as const;
