import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type SourceFile, type SourceFormat, UnreadableFile } from '../types.ts';

/** A file of the folder that will not be read, and why, in one sentence. */
export interface SourceProblem {
  dataset: string;
  /** Base name. */
  file: string;
  message: string;
}

export interface ListedSources {
  sources: SourceFile[];
  problems: SourceProblem[];
}

/** Best first: what is chosen when a folder holds a data set in several formats. */
const preferred: readonly SourceFormat[] = ['parquet', 'csv', 'jsonl', 'json', 'xlsx'];

const dataFile =
  /^(?<dataset>.+?)\.(?<format>csv|tsv|txt|json|jsonl|ndjson|parquet|xlsx)(?:\.gz)?$/iu;
const aliases: Readonly<Record<string, SourceFormat>> = { tsv: 'csv', txt: 'csv', ndjson: 'jsonl' };

function sourceOf(path: string): SourceFile | null {
  const parts = dataFile.exec(basename(path))?.groups;
  if (!parts) return null;
  const extension = parts.format!.toLowerCase();
  return {
    dataset: parts.dataset!,
    path,
    format: aliases[extension] ?? (extension as SourceFormat),
    url: null,
    retrievedAt: null,
    sha256: null,
    recordsCount: null,
    licence: null,
  };
}

/** Files a folder may hold beside data sets without anybody meaning them to be read. */
const isAside = (name: string): boolean =>
  name.startsWith('.') ||
  name.startsWith('~$') ||
  /^(readme|licen[cs]e)\b|\.(md|part)$/iu.test(name);

/**
 * The data sets of a folder of files named `<dataset id>.csv|json|jsonl|parquet|xlsx` (also `.gz`), or the one
 * of a file. A data set found in two formats is read once; a file that is no data set is named in `problems`.
 * @throws UnreadableFile when there is nothing at the path or nothing in the folder.
 */
export async function listSources(path: string): Promise<ListedSources> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UnreadableFile(`There is no file or folder at ${path}.`);
  if (!found.isDirectory()) {
    const source = sourceOf(path);
    return { sources: [source ?? { ...sourceOf(`${path}.csv`)!, path }], problems: [] };
  }
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && !isAside(entry.name))
    .map(({ name }) => name)
    .sort();
  const problems: SourceProblem[] = [];
  const byDataset = new Map<string, SourceFile[]>();
  for (const name of names) {
    const source = sourceOf(join(path, name));
    if (source) byDataset.set(source.dataset, [...(byDataset.get(source.dataset) ?? []), source]);
    else
      problems.push({
        dataset: name,
        file: name,
        message: /\.zip$/iu.test(name)
          ? `${name} is a zip archive: unpack it beside the other files.`
          : `${name} is no data set: name it <dataset id>.csv, .json, .jsonl, .parquet or .xlsx.`,
      });
  }
  if (byDataset.size === 0)
    throw new UnreadableFile(
      `${path} holds no data set: put files named <dataset id>.csv, .json, .jsonl, .parquet or .xlsx in it.`,
    );
  const sources = [...byDataset.values()].map((candidates) => chosen(candidates, problems));
  return { sources, problems };
}

function chosen(candidates: readonly SourceFile[], problems: SourceProblem[]): SourceFile {
  const [best, ...others] = [...candidates].sort(
    (a, b) => preferred.indexOf(a.format) - preferred.indexOf(b.format),
  );
  for (const { dataset, path } of others)
    problems.push({
      dataset,
      file: basename(path),
      message: `${basename(path)} is not read: ${basename(best!.path)} is the same data set.`,
    });
  return best!;
}
