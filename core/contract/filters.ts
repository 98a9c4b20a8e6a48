import Type, { type Static } from 'typebox';

/** The four filters: a respondent passes when, in each dimension named, one of the values is theirs. */
export const filterProperties = {
  region: Type.Optional(
    Type.Array(Type.String(), { description: 'INSEE code of a region; repeats' }),
  ),
  department: Type.Optional(
    Type.Array(Type.String(), { description: 'INSEE code of a department; repeats' }),
  ),
  sector: Type.Optional(Type.Array(Type.String(), { description: 'Slug of a sector; repeats' })),
  size: Type.Optional(
    Type.Array(Type.String(), { description: 'Size class (0, 1-9, 10-49, 50-249); repeats' }),
  ),
};

export const Filters = Type.Object(filterProperties, { additionalProperties: false });
export type Filters = Static<typeof Filters>;
