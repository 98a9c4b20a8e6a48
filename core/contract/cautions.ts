import Type, { type Static } from 'typebox';
import { coded, DimensionSchema, KeySchema } from './schema.ts';

const Editions = Type.Array(Type.Integer());

/** A caution that figures call for: its code, and what its sentence names. `core/format/cautions.ts` writes it. */
const Caution = Type.Union([
  coded('origin', { text: Type.String({ description: 'Avertissement propre à l’entrepôt' }) }),
  coded('non-response', {
    rate: Type.Number({ description: 'Part pondérée des interrogés sans réponse (0 à 1)' }),
    withheld: Type.Boolean(),
  }),
  coded('rows-non-response', {
    rows: Type.Array(KeySchema, {
      description: 'Lignes où plus d’un interrogé sur cinq, ou sur deux, n’a pas répondu',
    }),
    withheld: Type.Boolean({ description: 'Plus d’un sur deux : les parts ne sont pas données' }),
  }),
  coded('grouped-regions', { edition: Type.Integer() }),
  coded('regions-not-representative', { before: Type.Integer() }),
  coded('assumed-base', {}),
  coded('weighting', { edition: Type.Integer() }),
  coded('published', {
    editions: Type.Array(Type.Integer(), {
      description: 'Dans une série, les éditions connues par les agrégats ; vide si toutes le sont',
    }),
  }),
  coded('published-breakdown', {}),
  coded('published-letters', {}),
  coded('unmergeable', { editions: Editions }),
  coded('small-sides', {}),
  coded('unplaced', { n: Type.Integer(), by: Type.Array(DimensionSchema) }),
  coded('indicative-order', {}),
  coded('volume-order', {}),
  coded('hidden-rivals', { segments: Type.Integer(), ranked: Type.Integer() }),
  coded('too-few-to-rank', {}),
  coded('no-score', {}),
  coded('dropped-criteria', { questions: Type.Array(Type.Integer()) }),
  coded('official-volumes', { file: Type.String() }),
  coded('left-out-of-counts', { segments: Type.Integer() }),
  coded('counts-unused', { file: Type.String() }),
]);
export type Caution = Static<typeof Caution>;

/** The cautions of an answer, twice: as French sentences, and as codes with what they name. */
export const cautionFields = {
  notices: Type.Array(Type.String(), { description: 'Mises en garde, prêtes à lire, en français' }),
  cautions: Type.Array(Caution, {
    description: 'Les mêmes mises en garde : un code, et ce que la phrase nomme',
  }),
};

const Fields = Type.Object(cautionFields);
export type CautionFields = Static<typeof Fields>;
