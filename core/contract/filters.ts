import Type, { type Static } from 'typebox';

/** The four filters: a respondent passes when, in each dimension named, one of the values is theirs. */
export const filterProperties = {
  region: Type.Optional(
    Type.Array(Type.String(), { description: "Code INSEE d'une région, ou 93+94 ; se répète" }),
  ),
  department: Type.Optional(
    Type.Array(Type.String(), { description: "Code INSEE d'un département ; se répète" }),
  ),
  sector: Type.Optional(
    Type.Array(Type.String(), { description: 'Secteur (voir /dimensions) ; se répète' }),
  ),
  size: Type.Optional(
    Type.Array(Type.String(), { description: 'Taille : 0, 1-9, 10-49, 50-249 ; se répète' }),
  ),
};

export const Filters = Type.Object(filterProperties, { additionalProperties: false });
export type Filters = Static<typeof Filters>;
