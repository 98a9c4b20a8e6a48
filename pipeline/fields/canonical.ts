import type { DatasetKind } from '../types.ts';

/** The fields each kind of data set is read into; `{year}` stands for any survey year. */
export const canonicalFields: Record<DatasetKind, readonly string[]> = {
  microdata: [
    'edition',
    'respondent',
    'question_code',
    'question_label',
    'answer_label',
    'answer_unified',
    'weight',
    'department',
    'region',
    'sector',
    'size',
    'counted_values',
    'description',
  ],
  published: [
    'question_code',
    'question_label',
    'answer_label',
    'answer_unified',
    'answer_weight',
    'base_weight',
    'score',
    'region',
    'sector',
    'size',
    'year',
  ],
  correspondence: [
    'question_code',
    'question_label',
    'chapter_order',
    'chapter',
    'subchapter',
    'description',
    'direction',
    'counted_values',
    'code_{year}',
    'label_{year}',
    'presentation_{year}',
  ],
};

/** What a data set cannot do without: each group needs all the fields of one of its alternatives. */
export const requiredFields: Record<DatasetKind, readonly (readonly (readonly string[])[])[]> = {
  microdata: [[['question_code'], ['question_label']], [['answer_label']], [['weight']]],
  published: [
    [['question_code']],
    [['answer_label']],
    [['year']],
    [['score'], ['answer_weight', 'base_weight']],
  ],
  correspondence: [[['question_code']], [['question_label']], [['code_{year}']]],
};

const yearOf = (field: string): string => field.replace(/_20\d\d$/u, '_{year}');

/** Whether a name is a canonical field of the kind, `code_2025` for instance. */
export const isCanonical = (kind: DatasetKind, field: string): boolean =>
  canonicalFields[kind].includes(field) || canonicalFields[kind].includes(yearOf(field));

/** The order in which fields are staged: that of the kind, years ascending. */
export function inCanonicalOrder(kind: DatasetKind, fields: readonly string[]): string[] {
  const order = canonicalFields[kind];
  const rank = (field: string) => {
    const exact = order.indexOf(field);
    return exact >= 0 ? exact : order.indexOf(yearOf(field));
  };
  return [...fields].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
}

/** Names of what is missing, in words: `question_code or question_label`. */
export function missingFields(kind: DatasetKind, fields: readonly string[]): string[] {
  const present = new Set(fields.flatMap((field) => [field, yearOf(field)]));
  return requiredFields[kind]
    .filter((group) => !group.some((all) => all.every((field) => present.has(field))))
    .map((group) => group.map((all) => all.join(' with ')).join(' or '));
}
