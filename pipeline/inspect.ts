import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { adviceFor, unusedOverrides } from './fields/advice.ts';
import { canonicalFields } from './fields/canonical.ts';
import { editionOfId, recognise } from './fields/recognise.ts';
import { guessColumns } from './guess-columns.ts';
import { fetchDatasets } from './portal/index.ts';
import { listSources, type SourceProblem } from './read/index.ts';
import { openTable } from './read/open.ts';
import { contextOf } from './read/stage.ts';
import {
  type ColumnMapping,
  type DatasetKind,
  type Dialect,
  type SourceFile,
  UnreadableFile,
} from './types.ts';

export interface InspectOptions {
  /** Where a data set id is looked for: a portal's address, or a folder of files. */
  portal: string;
  apiKey?: string | undefined;
  signal?: AbortSignal | undefined;
  /** What the files are, when their columns must not decide. */
  kind?: DatasetKind;
  edition?: number;
  /** Header → canonical field. */
  columns?: Readonly<Record<string, string>>;
}

/** How one file would be read. */
export interface InspectedFile {
  dataset: string;
  file: string;
  /** Null when the columns tell no kind; `nearest` is then the kind they come closest to. */
  kind: DatasetKind | null;
  nearest: DatasetKind;
  edition: number | null;
  dialect: Dialect;
  columns: ColumnMapping[];
  /** What the kind cannot do without and no column holds. */
  missing: string[];
  /** Canonical fields of the kind that no column holds and that it can do without. */
  absent: string[];
  /** What to do about what is missing, one sentence each. */
  advice: string[];
  warnings: string[];
  /** The first five records, by header. */
  sample: Record<string, string | null>[];
}

export interface Inspection {
  source: string;
  files: InspectedFile[];
  problems: SourceProblem[];
}

export { renderInspection } from './render-inspection.ts';

const sampleRows = 5;

/**
 * Says how a source would be read, without staging it: a file, a folder of files, a portal's address, or the id
 * of a data set on that portal (or in that folder). Data sets of a portal are downloaded into a temporary folder.
 * @throws UnreadableFile when a single file is no table, or the source is none of these
 * @throws PortalUnreachable when a portal is asked and nothing can be had from it
 */
export async function inspectSource(source: string, options: InspectOptions): Promise<Inspection> {
  const workFolder = await mkdtemp(join(tmpdir(), 'numoscope-inspect-'));
  try {
    const { sources, problems } = await find(source, options, workFolder);
    const inspection: Inspection = { source, files: [], problems: [...problems] };
    for (const found of sources) {
      try {
        inspection.files.push(await inspectFile(found, options, workFolder));
      } catch (error) {
        if (!(error instanceof UnreadableFile) || sources.length === 1) throw error;
        const { dataset, path } = found;
        inspection.problems.push({ dataset, file: basename(path), message: error.message });
      }
    }
    return inspection;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

const isAddress = (text: string): boolean => /^https?:\/\//iu.test(text);
const isDatasetId = (text: string): boolean => /^[a-z0-9][\w-]*$/iu.test(text);

type Found = Awaited<ReturnType<typeof listSources>>;

async function find(source: string, options: InspectOptions, folder: string): Promise<Found> {
  if (isAddress(source)) {
    const { origin, pathname } = new URL(source);
    const id = /\/datasets?\/([^/]+)/u.exec(pathname)?.[1];
    return download(id === undefined ? source : origin, options, folder, id);
  }
  if ((await stat(source).catch(() => null)) !== null) return listSources(source);
  if (!isDatasetId(source)) {
    throw new UnreadableFile(
      `${source} does not exist: give a file, a folder, a portal's address or a data set id.`,
    );
  }
  if (isAddress(options.portal)) return download(options.portal, options, folder, source);
  const { sources } = await listSources(options.portal);
  const named = sources.filter(({ dataset }) => dataset === source);
  if (named.length === 0) {
    throw new UnreadableFile(
      `${source} is no file here, and ${options.portal} holds no data set of that id.`,
    );
  }
  return { sources: named, problems: [] };
}

async function download(
  baseUrl: string,
  { apiKey, signal }: InspectOptions,
  folder: string,
  id: string | undefined,
): Promise<Found> {
  const fetched = await fetchDatasets({
    baseUrl,
    apiKey,
    signal,
    cacheFolder: join(folder, 'downloads'),
    ...(id === undefined ? {} : { datasets: [id] }),
  });
  const found: Found = { sources: [], problems: [] };
  for (const dataset of fetched) {
    if (dataset.status === 'failed') {
      found.problems.push({ dataset: dataset.id, file: dataset.id, message: dataset.message });
      continue;
    }
    const { file, format, provenance } = dataset;
    const { title, url, retrievedAt, sha256, records: recordsCount, licence } = provenance;
    const origin = { title, url, retrievedAt, sha256, recordsCount, licence };
    found.sources.push({ dataset: dataset.id, path: file, format, ...origin });
  }
  return found;
}

async function inspectFile(
  source: SourceFile,
  options: InspectOptions,
  folder: string,
): Promise<InspectedFile> {
  const { signal } = options;
  const context = contextOf(source, { workFolder: folder, ...(signal && { signal }) });
  await mkdir(context.workFolder, { recursive: true });
  const table = await openTable(context);
  const overrides = options.columns ?? {};
  const { map, recognised } = recognise(table.headers, overrides, options.kind);
  const held = new Set(map.fields.map(({ field }) => field));
  const titled = held.has('edition') ? null : editionOfId(source.title ?? '');
  const edition = options.edition ?? editionOfId(source.dataset) ?? titled;
  if (edition !== null) held.add('edition');
  return {
    dataset: source.dataset,
    file: basename(source.path),
    kind: recognised ? map.kind : null,
    nearest: map.kind,
    edition: map.kind === 'microdata' ? edition : null,
    dialect: table.dialect,
    columns: map.columns,
    missing: map.missing,
    absent: canonicalFields[map.kind].filter(
      (field) => !held.has(field) && !field.includes('{year}') && !isMissing(field, map.missing),
    ),
    advice: [
      ...adviceFor(map, recognised, edition, guessColumns(map, table.sample)),
      ...unusedOverrides(table.headers, overrides, map.kind),
    ],
    warnings: [...table.warnings, ...map.warnings],
    sample: table.sample
      .slice(0, sampleRows)
      .map((row) =>
        Object.fromEntries(table.headers.map((header, index) => [header, row[index] ?? null])),
      ),
  };
}

const isMissing = (field: string, missing: readonly string[]): boolean =>
  missing.some((words) => words.split(/ or | with /u).includes(field));
