import type { DatasetKind } from '../types.ts';

/** Fields whose values repeat together: each combination is written once and rows hold its number. */
export interface FieldGroup {
  name: string;
  /** What tells combinations apart. */
  keys: readonly string[];
  /** What goes with a combination without telling it apart; of several values, any. */
  carried: readonly string[];
}

/** What repeats in each kind of data set. A respondent's row differs from another only in what was asked. */
export const fieldGroups: Record<DatasetKind, readonly FieldGroup[]> = {
  microdata: [
    {
      name: 'asked',
      keys: ['edition', 'question_code', 'question_label', 'answer_label', 'answer_unified'],
      carried: ['counted_values', 'description'],
    },
    {
      name: 'person',
      keys: ['respondent', 'weight', 'department', 'region', 'sector', 'size'],
      carried: [],
    },
  ],
  published: [
    {
      name: 'asked',
      keys: ['question_code', 'question_label', 'answer_label', 'answer_unified', 'year'],
      carried: [],
    },
    { name: 'cell', keys: ['region', 'sector', 'size'], carried: [] },
  ],
  correspondence: [],
};

/** The groups as a file has them: fields that it lacks left out. */
export const groupsAmong = (kind: DatasetKind, fields: readonly string[]): FieldGroup[] =>
  fieldGroups[kind]
    .map(({ name, keys, carried }) => ({
      name,
      keys: keys.filter((field) => fields.includes(field)),
      carried: carried.filter((field) => fields.includes(field)),
    }))
    .filter(({ keys }) => keys.length > 0);
