import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exampleField } from '../fields/advice.ts';
import type { ColumnMap } from '../fields/map-columns.ts';
import { editionOfId, recognise } from '../fields/recognise.ts';
import { silentProgress } from '../progress.ts';
import { type SourceFile, type StagedFile, type StageOptions, UnreadableFile } from '../types.ts';
import { digest } from './digest.ts';
import { openTable } from './open.ts';
import { recordWriter } from './record-writer.ts';
import type { OpenedTable, ReadContext } from './table.ts';

/** Everything the reading room needs to know of where it works. */
export const contextOf = (source: SourceFile, options: StageOptions): ReadContext => ({
  dataset: source.dataset,
  file: basename(source.path),
  path: source.path,
  workFolder: join(options.workFolder, source.dataset.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')),
  duck: options.duck,
  signal: options.signal,
});

/**
 * Reads a file into a Parquet file of text columns, one per canonical field found, in the file's order.
 * Records that cannot be split into columns are set aside as `malformed`; everything else is for the
 * normaliser to judge.
 * @throws UnreadableFile, one sentence, when the file is no table, is not recognised, or lacks what it needs.
 */
export async function stageFile(source: SourceFile, options: StageOptions): Promise<StagedFile> {
  const context = contextOf(source, options);
  await mkdir(context.workFolder, { recursive: true });
  const table = await openTable(context);
  const map = usableMap(table, context.file, options);
  const edition = editionOf(source, map, options);
  const fields = map.fields.map(({ field }) => field);
  const { parquet, groups, write } = recordWriter(
    map.kind,
    fields,
    context.workFolder,
    options.grouped ?? false,
  );
  const progress = options.progress ?? silentProgress;
  const { size: totalBytes } = await stat(source.path);
  const task = progress.task(`Reading ${context.file}`, { totalBytes });
  try {
    const advance = (bytes: number) => task.advance({ bytes });
    const digested = digest(source.path, source.sha256, advance, options.signal);
    const hasNul = digested.then((found) => found.hasNul);
    // Awaited only where a text has been read: its failure must not go unheard elsewhere.
    hasNul.catch(() => {});
    const { encoding, ...staged } = await table.stage(map.fields, write, hasNul);
    const { bytes, sha256 } = await digested;
    task.advance({ rows: staged.rows });
    task.done(`${staged.rows} records`);
    const found = [...table.warnings, ...map.warnings, ...staged.warnings];
    return {
      ...staged,
      dataset: source.dataset,
      file: context.file,
      kind: map.kind,
      edition,
      parquet,
      groups,
      fields,
      columns: map.columns,
      dialect: { ...table.dialect, ...(encoding && { encoding }) },
      warnings: [...found, ...shortfall(source, staged.rows)],
      bytes,
      sha256,
    };
  } catch (error) {
    task.fail(error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** The one edition of a file; null when its rows tell theirs, or it is no microdata. */
function editionOf(source: SourceFile, map: ColumnMap, options: StageOptions): number | null {
  if (map.kind !== 'microdata') return null;
  const hasColumn = map.fields.some(({ field }) => field === 'edition');
  const own = options.edition ?? editionOfId(source.dataset);
  const otherwise = () => options.fallbackEdition ?? editionOfId(source.title ?? '');
  const edition = own ?? (hasColumn ? null : otherwise());
  if (edition === null && !hasColumn)
    throw new UnreadableFile(
      `${basename(source.path)} does not say which edition it is about: put the year in its name (resultats-2026.csv), name the column that holds it with --column "Header=edition", or ingest it alone with --edition.`,
    );
  return edition;
}

function usableMap(table: OpenedTable, file: string, options: StageOptions): ColumnMap {
  const { map, recognised } = recognise(table.headers, options.columns, options.kind);
  if (recognised && map.missing.length === 0) return map;
  const found = table.headers.filter((header) => header !== '').join(', ');
  const read = recognised
    ? `is read as ${map.kind}`
    : `is not recognised: it comes closest to ${map.kind}`;
  const example = exampleField(map.missing[0] ?? '');
  throw new UnreadableFile(
    `${file} ${read} and has no column for ${map.missing.join(', nor for ')} (its columns: ${found}); name it with --column "Header=${example}" or add an alias to data/column-aliases.json.`,
  );
}

function shortfall({ recordsCount, path }: SourceFile, rows: number): string[] {
  if (recordsCount === null || recordsCount === rows) return [];
  return [`${basename(path)} holds ${rows} records where ${recordsCount} were announced.`];
}
