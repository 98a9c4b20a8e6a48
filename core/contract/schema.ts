import Type, { type TProperties, type TSchema } from 'typebox';
import { bases, comparabilityStatuses, dimensions, flags } from './vocabulary.ts';

/** A value that may be withheld: null goes with a flag or a basis that cannot give it, never 0. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const NullableNumber = Nullable(Type.Number());
export const NullableInteger = Nullable(Type.Integer());

/** One of several things that may be said: its code, and what the sentence names. */
export const coded = <Code extends string, Named extends TProperties>(code: Code, named: Named) =>
  Type.Object({ code: Type.Literal(code), ...named });

/** Lower and upper limit, both included. */
export const Interval = Type.Tuple([Type.Number(), Type.Number()]);

export const BasisSchema = Type.Enum([...bases]);

/** The basis that a query asks for. */
export const AskedBasisSchema = Type.Enum([...bases], {
  description: 'Base des chiffres : microdata quand elle existe, sinon published',
});
export const DimensionSchema = Type.Enum([...dimensions]);
export const FlagSchema = Nullable(Type.Enum([...flags]));
export const ComparabilityStatusSchema = Type.Enum([...comparabilityStatuses]);

/** The level of the intervals that a query asks for. */
export const ConfidenceSchema = Type.Number({
  exclusiveMinimum: 0,
  exclusiveMaximum: 1,
  default: 0.95,
  description: 'Niveau des intervalles',
});

/** The values of the dimensions that name a row: `{}` for the total, one or two entries otherwise. */
export const KeySchema = Type.Object({
  department: Type.Optional(Type.String()),
  region: Type.Optional(Type.String()),
  sector: Type.Optional(Type.String()),
  size: Type.Optional(Type.String()),
});

/** Of the enterprises of an edition, the part that a question was put to. */
export const AskedPart = Type.Union([Type.Number(), Type.Null()], {
  description:
    'Part pondérée des entreprises de l’édition à qui la question a été posée (0 à 1) ; null quand les réponses ne le disent pas',
});

/** A question named in an answer. */
export const QuestionRef = Type.Object({
  code: Type.Integer(),
  label: Type.String(),
  type: Type.String({ description: '`single` ou `multiple`' }),
  asked: AskedPart,
});

/** A figure's difference from its complement, or between two editions. */
export const DifferenceSchema = Type.Object({
  difference: NullableNumber,
  se: NullableNumber,
  ci: Nullable(Interval),
  p: NullableNumber,
  significant: Nullable(Type.Boolean()),
});
