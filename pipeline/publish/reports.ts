import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import type { BuildOptions } from '../build.ts';
import type { BuiltDataset } from '../ledger.ts';
import type { Check } from '../normalise/checks.ts';
import { normaliserVersion } from '../normaliser-version.ts';
import { toolVersion } from '../tool-version.ts';
import type { Reject } from '../types.ts';
import { literal, type Workspace } from '../workspace.ts';
import { type TableCopy, writePackage } from './package.ts';

/** What a construction found, for `quality.json`. */
export interface Report {
  checks: readonly Check[];
  folded: readonly string[];
  built: readonly BuiltDataset[];
  /** The tables that are copied to Parquet already. */
  copies: readonly TableCopy[];
}

const demonstrationNotice =
  "Données de démonstration (synthétiques) : ces chiffres ne sont pas ceux de l'enquête.";

const licenceOf = ({ staged, origin }: BuildOptions) => {
  if (origin === 'demonstration') {
    return {
      name: 'Données synthétiques, libres d’usage',
      url: null,
      attribution: 'Numoscope, sur la forme du Baromètre France Num (DGE)',
    };
  }
  const stated = staged.map(({ source }) => source.licence).find((licence) => licence !== null);
  const open = /licence ouverte|open licen[cs]e|etalab/iu.test(stated ?? '');
  return {
    name: open ? 'Licence Ouverte 2.0' : (stated ?? 'Licence à vérifier'),
    url: open ? 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' : null,
    attribution: 'DGE – Baromètre France Num',
  };
};

/** Writes where the warehouse comes from, and what became of each data set. */
export async function writeMeta(
  workspace: Workspace,
  options: BuildOptions,
  built: readonly BuiltDataset[],
): Promise<void> {
  const { version, origin, builtAt, staged } = options;
  const meta: [string, string][] = [
    ['origin', origin],
    ['builtAt', builtAt],
    ['version', version],
    ['normaliserVersion', normaliserVersion],
    ['toolVersion', toolVersion],
    ['licence', JSON.stringify(licenceOf(options))],
    ...(origin === 'demonstration' ? [['notice', demonstrationNotice] as [string, string]] : []),
  ];
  await workspace.insert('meta', meta);
  await workspace.insert(
    'sources',
    built.map(({ quality, message, leftOut }) => {
      const { source, file } = staged.find((one) => one.file.dataset === quality.dataset)!;
      return [
        quality.dataset,
        quality.kind,
        quality.edition,
        quality.file,
        source.url,
        source.retrievedAt,
        file.sha256,
        file.bytes,
        quality.rows,
        quality.kept,
        quality.rejected,
        leftOut ? 'left-out' : 'ingested',
        message,
      ];
    }),
  );
}

/** Writes what was not understood to `rejects.csv` and to its table. */
export async function writeRejects(
  workspace: Workspace,
  folder: string,
  rejects: readonly Reject[],
): Promise<void> {
  const file = join(folder, 'rejects.csv');
  const columns = ['dataset', 'file', 'line', 'column', 'value', 'reason'] as const;
  async function* chunks(): AsyncGenerator<string> {
    yield `${columns.join(',')}\n`;
    for (let start = 0; start < rejects.length; start += 10_000) {
      const data = rejects
        .slice(start, start + 10_000)
        .map((reject) => columns.map((column) => reject[column]));
      yield `${Papa.unparse(data, { newline: '\n' })}\n`;
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(file));
  if (rejects.length === 0) return;
  await workspace.run(
    `insert into rejects select dataset, file, try_cast(line as bigint), "column", value, reason from read_csv(${literal(file)}, delim = ',', quote = '"', escape = '"', header = true, all_varchar = true, new_line = '\\n', max_line_size = 10000000)`,
  );
}

/** Writes `quality.json`, the Parquet copies and their descriptor: last, so that a folder that has them is whole. */
export async function writeReports(
  workspace: Workspace,
  options: BuildOptions,
  report: Report,
): Promise<void> {
  const { folder, version, builtAt, origin, staged } = options;
  const content = {
    version,
    builtAt,
    origin,
    normaliserVersion,
    checks: report.checks,
    answersFolded: report.folded,
    datasets: report.built.map(({ quality, leftOut }) => ({
      ...quality,
      status: leftOut ? 'left-out' : 'ingested',
    })),
  };
  await writeFile(join(folder, 'quality.json'), `${JSON.stringify(content, null, 2)}\n`);
  await writePackage(workspace, folder, report.copies, {
    version,
    builtAt,
    origin,
    notice: origin === 'demonstration' ? demonstrationNotice : null,
    licence: licenceOf(options),
    sources: staged.map(({ source, file }) => ({ title: file.dataset, path: source.url })),
  });
}
