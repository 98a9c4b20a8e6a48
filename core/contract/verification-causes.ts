import Type, { type Static } from 'typebox';
import { coded } from './schema.ts';

/** What the open data leave out: how people were interviewed, and the manager's diploma. */
export const closedSubjects = ['collection-mode', 'diploma'] as const;

/** Why a published figure was not checked, or what a comparison of the bases compared. */
export const VerificationCause = Type.Union([
  coded('no-code', {}),
  coded('doubtful-source', {}),
  coded('other-sectors', {}),
  coded('mean-of-shares', {}),
  coded('not-in-open-data', { subject: Type.Enum([...closedSubjects]) }),
  coded('contradicted', { share: Type.Number() }),
  coded('contradicted-by-levels', { before: Type.Number(), after: Type.Number() }),
  coded('small-base', {}),
  coded('no-edition', { edition: Type.Integer() }),
  coded('no-microdata', { edition: Type.Integer() }),
  coded('no-answer', {}),
  coded('no-class', {}),
  coded('no-department-count', {}),
  coded('refused', { fr: Type.String(), en: Type.String() }),
  coded('no-common-cell', {}),
  coded('compared-cells', { cells: Type.Integer() }),
]);
export type VerificationCause = Static<typeof VerificationCause>;
