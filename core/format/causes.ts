import type { Cause, CauseFields } from '../contract/causes.ts';
import type { Language } from './language.ts';
import { display } from './typography.ts';

type Bilingual = Readonly<Record<Language, string>>;
type Said<Code extends Cause['code']> = Extract<Cause, { code: Code }>;
type Sentences = { [Code in Cause['code']]: (cause: Said<Code>) => Bilingual };

const quote = (labels: readonly string[]): Bilingual => ({
  fr: labels.map((label) => `« ${label} »`).join(', '),
  en: labels.map((label) => `“${label}”`).join(', '),
});

const sentences: Sentences = {
  reworded: ({ slightly, before, after }) => ({
    fr: `Question reformulée${slightly ? ' (de peu)' : ''} : « ${before} », puis « ${after} ».`,
    en: `Question reworded${slightly ? ' (slightly)' : ''}: “${before}”, then “${after}”.`,
  }),
  'answers-added': ({ edition, answers }) => ({
    fr: `${answers.length > 1 ? 'Réponses nouvelles' : 'Réponse nouvelle'} en ${edition} : ${quote(answers).fr}.`,
    en: `${answers.length > 1 ? 'Answers' : 'Answer'} new in ${edition}: ${quote(answers).en}.`,
  }),
  'answers-dropped': ({ edition, answers }) => ({
    fr: `${answers.length > 1 ? 'Réponses absentes' : 'Réponse absente'} en ${edition} : ${quote(answers).fr}.`,
    en: `${answers.length > 1 ? 'Answers' : 'Answer'} absent in ${edition}: ${quote(answers).en}.`,
  }),
  'not-asked': ({ asked, missing }) => ({
    fr: `Question posée en ${asked}, pas en ${missing}.`,
    en: `Asked in ${asked}, not in ${missing}.`,
  }),
  noted: ({ fr, en }) => ({ fr, en }),
  'regions-not-representative': ({ before }) => ({
    fr: `Avant ${before}, les régions et les départements ne sont pas représentatifs.`,
    en: `Before ${before}, regions and departments are not representative.`,
  }),
  'no-figures': ({ edition, basis }) => ({
    fr: `L'édition ${edition} n'a pas de ${basis === 'microdata' ? 'réponses individuelles' : 'chiffres publiés'} pour cette question.`,
    en: `The ${edition} edition has no ${basis === 'microdata' ? 'individual answers' : 'published figures'} for this question.`,
  }),
};

const said = (causes: readonly Cause[], language: Language): string | null =>
  causes.length === 0
    ? null
    : causes
        .map((cause) => (sentences[cause.code] as (cause: Cause) => Bilingual)(cause)[language])
        .join(' ');

/** Causes as one text in a reader's language; null without any. */
export function sayCauses(causes: readonly Cause[], language: Language): string | null {
  const text = said(causes, language);
  return text === null ? null : display(text, language);
}

/** Causes as codes and as one plain French text, whose typography is the reader's to set. */
export const explained = (causes: readonly Cause[]): CauseFields => ({
  reason: said(causes, 'fr'),
  causes: [...causes],
});
