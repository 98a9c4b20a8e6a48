import { canonicalFields, isCanonical } from './canonical.ts';
import { foldHeader } from './fold.ts';
import type { ColumnMap } from './map-columns.ts';

const aliasFile = 'data/column-aliases.json';

/** The first field of « question_code or question_label »: enough to mend what is missing. */
export const exampleField = (missing: string): string =>
  missing.split(/ or | with /u)[0]!.replace('{year}', '2025');

/** What to do so that a file can be read whole, one sentence each; nothing when it can. `guesses`: header by field. */
export function adviceFor(
  map: ColumnMap,
  recognised: boolean,
  edition: number | null,
  guesses: ReadonlyMap<string, string>,
): string[] {
  const unused = map.columns.filter(({ field, source }) => field === null && source !== '');
  const spare =
    unused.find(({ how }) => how === 'unknown')?.source ?? unused[0]?.source ?? 'Header';
  const advice: string[] = [];
  if (!recognised) {
    advice.push(
      `No kind of data set is recognised; it comes closest to ${map.kind}. Say what it is with --kind microdata, --kind published or --kind correspondence.`,
    );
  }
  if (guesses.size > 0) {
    const words = [...guesses].map(([field, source]) => `--column "${source}=${field}"`).join(' ');
    advice.push(`By their first values, to be checked with the records below: ${words}.`);
  }
  for (const missing of map.missing) {
    const field = exampleField(missing);
    const header = guesses.get(field) ?? spare;
    advice.push(
      `No column holds ${missing}: name the right one, for instance --column "${header}=${field}", or add its header to "${field}" of "${map.kind}" in ${aliasFile}.`,
    );
  }
  const hasEdition = edition !== null || map.fields.some(({ field }) => field === 'edition');
  if (map.kind === 'microdata' && !hasEdition) {
    advice.push(
      'Nothing tells the edition: put the year into the file name (resultats-2026.csv) or name the column that holds it with --column "Header=edition"; inspect also takes --edition 2026.',
    );
  }
  return advice;
}

/** The overrides that change nothing for this file, one sentence each. */
export function unusedOverrides(
  headers: readonly string[],
  overrides: Readonly<Record<string, string>>,
  kind: ColumnMap['kind'],
): string[] {
  const known = new Set(headers.map(foldHeader));
  return Object.entries(overrides).flatMap(([header, field]) => {
    if (!isCanonical(kind, field)) {
      return [
        `--column "${header}=${field}" is not used: ${kind} has no field ${field}, only ${canonicalFields[kind].join(', ')}.`,
      ];
    }
    if (known.has(foldHeader(header))) return [];
    return [`--column "${header}=${field}" is not used: no column is called « ${header} ».`];
  });
}
