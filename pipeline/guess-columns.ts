import type { ColumnMap } from './fields/map-columns.ts';
import { shippedAnswers, shippedBook } from './normalise/book.ts';
import { departmentId, regionId, sectorId, sizeDetailId } from './normalise/dimensions.ts';
import { codeKey, wordKey } from './normalise/text.ts';

type Values = readonly string[];
type Test = (values: Values) => boolean;

/** A bare number may be anything: a name or a leading zero must say that these are codes of places. */
const named = (values: Values): boolean => values.some((value) => !/^(?!0\d)\d+$/u.test(value));
const all =
  (known: (value: string) => boolean): Test =>
  (values) =>
    named(values) && values.every(known);

/** How the values of each field look, the surest first. */
function testsOf(): [string, Test][] {
  const { definitions } = shippedBook();
  const codes = new Set(definitions.flatMap(({ codes }) => [...codes.values()].map(codeKey)));
  const wordings = new Set(
    definitions.flatMap(({ label, labels }) => [label, ...labels.values()].map(wordKey)),
  );
  const answers = new Set(shippedAnswers().map(wordKey));
  return [
    ['department', all((value) => departmentId(value) !== null)],
    ['region', all((value) => regionId(value) !== null)],
    ['size', all((value) => sizeDetailId(value) !== null)],
    ['sector', all((value) => sectorId(value) !== null)],
    ['question_label', all((value) => wordings.has(wordKey(value)))],
    ['answer_label', all((value) => answers.has(wordKey(value)))],
    [
      'question_code',
      (values) => values.every((value) => value.length > 2 && codes.has(codeKey(value))),
    ],
    ['weight', all((value) => /^\d+(?:[.,]\d+)?$/u.test(value))],
    ['respondent', (values) => values.length > 2 && new Set(values).size === values.length],
  ];
}

/**
 * What unknown columns of microdata hold by their first values, where one column alone looks that way.
 * @returns header by field
 */
export function guessColumns(
  map: ColumnMap,
  sample: readonly (readonly (string | null)[])[],
): Map<string, string> {
  const tests = map.kind === 'microdata' ? testsOf() : [];
  const claims = map.columns.flatMap(({ source, how }, index) => {
    const values = sample.flatMap((row) => row[index] ?? []);
    if (how !== 'unknown' || source === '' || values.length === 0) return [];
    const field = tests.find(([, test]) => test(values))?.[0];
    return field === undefined ? [] : [{ field, source }];
  });
  const held = new Set(map.fields.map(({ field }) => field));
  const alone = claims.filter(
    ({ field }) => !held.has(field) && claims.filter((claim) => claim.field === field).length === 1,
  );
  return new Map(alone.map(({ field, source }) => [field, source]));
}
