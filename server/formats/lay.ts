import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import type { CompareAnswer, MoversAnswer } from '../../core/contract/comparison.ts';
import { badParameter } from '../../core/contract/problem.ts';
import type { StoriesAnswer } from '../../core/contract/stories.ts';
import { type AskedPart, describeAsked } from '../../core/format/asked.ts';
import type { Written } from '../format-writer.ts';
import { type AnswerView, type DataAnswers, type DataTable, tabulate } from './table.ts';

type Notes = readonly (readonly [string, string])[];

const views: readonly AnswerView[] = [
  'crosstab',
  'trends',
  'rankings',
  'compare',
  'movers',
  'stories',
];

function titleOf(view: AnswerView, answer: DataAnswers[AnswerView]): string {
  if ('question' in answer && answer.question) return answer.question.label;
  if (view === 'compare')
    return `Ce qui distingue le profil, édition ${(answer as CompareAnswer).edition}`;
  if (view === 'stories') return `Ce que l’édition ${(answer as StoriesAnswer).edition} apprend`;
  if (view === 'movers') {
    const { from, to } = answer as MoversAnswer;
    return `Ce qui a bougé entre ${from} et ${to}`;
  }
  return 'Classement selon plusieurs critères';
}

/** Part of the enterprises that the one question of an answer was put to. */
const askedOf = (answer: DataAnswers[AnswerView]): AskedPart =>
  'question' in answer ? (answer.question?.asked ?? null) : null;

/** What a reader needs beside the figures: measure, filters, cautions, source, licence, date. */
function notesOf(view: AnswerView, answer: DataAnswers[AnswerView], meta: MetaAnswer): Notes {
  const about = answer as Partial<Record<'edition' | 'basis', number | string>> & {
    answers?: string[];
  };
  return [
    ['Titre', titleOf(view, answer)],
    ...(about.answers ? [['Réponses', about.answers.join(' ; ')] as const] : []),
    ...(about.edition ? [['Édition', String(about.edition)] as const] : []),
    ...(about.basis
      ? [
          [
            'Source des chiffres',
            about.basis === 'microdata'
              ? 'Réponses des entreprises (microdonnées)'
              : 'Résultats publiés',
          ] as const,
        ]
      : []),
    ['Filtres', describeAsked(answer.filters, askedOf(answer), 'fr')],
    [
      'Mesure',
      'Les parts sont des proportions pondérées (0 à 1) ; les poids sont des nombres d’entreprises.',
    ],
    [
      'Incertitude',
      'Intervalles de Wilson sur base efficace ; erreur type par linéarisation (plan à un degré, poids inégaux). Une part trop peu fondée n’est pas donnée (signalement « suppressed »), ou l’est avec réserve (« low-base »).',
    ],
    ...answer.notices.map((notice) => ['À savoir', notice] as const),
    ...(meta.notice ? [['Avertissement', meta.notice] as const] : []),
    ['Attribution', meta.licence.attribution],
    ['Licence', [meta.licence.name, meta.licence.url].filter(Boolean).join(' – ')],
    ['Entrepôt', `version ${meta.version}, construit le ${meta.builtAt}, origine : ${meta.origin}`],
    ['Outil', 'Numoscope, indépendant de l’État'],
  ];
}

/** An answer as its files hold it: figures, what a reader needs beside them, a title. */
export interface Laid {
  table: DataTable;
  notes: Notes;
  title: string;
}

/**
 * Lays an answer out for a file.
 * @throws ProblemError for an answer that is no table.
 */
export function lay({ endpoint, answer, meta }: Written): Laid {
  const view = views.find((name) => endpoint.endsWith(name));
  if (!view) {
    throw badParameter('format', `${endpoint} is answered as JSON only.`, ['json']);
  }
  const known = answer as DataAnswers[AnswerView];
  return {
    table: tabulate(view, known, meta.origin),
    notes: notesOf(view, known, meta),
    title: titleOf(view, known),
  };
}
