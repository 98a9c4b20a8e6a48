import Type, { type Static } from 'typebox';
import { BasisSchema, coded, Nullable } from './schema.ts';

const Answers = Type.Array(Type.String());

/** Why two editions of a question cannot be compared, or only so: a code, and what its sentence names. */
const Cause = Type.Union([
  coded('reworded', {
    slightly: Type.Boolean({ description: 'Par la grammaire seule' }),
    before: Type.String(),
    after: Type.String(),
  }),
  coded('answers-added', { edition: Type.Integer(), answers: Answers }),
  coded('answers-dropped', { edition: Type.Integer(), answers: Answers }),
  coded('not-asked', { asked: Type.Integer(), missing: Type.Integer() }),
  coded('noted', { fr: Type.String(), en: Type.String() }),
  coded('regions-not-representative', { before: Type.Integer() }),
  coded('no-figures', { edition: Type.Integer(), basis: BasisSchema }),
]);
export type Cause = Static<typeof Cause>;

/** Why a pair of editions does not compare, twice: as French sentences, and as codes with what they name. */
export const causeFields = {
  reason: Nullable(Type.String({ description: 'Pourquoi, prêt à lire, en français' })),
  causes: Type.Array(Cause, {
    description: 'Les mêmes raisons : un code, et ce que la phrase nomme',
  }),
};

const Fields = Type.Object(causeFields);
export type CauseFields = Static<typeof Fields>;
