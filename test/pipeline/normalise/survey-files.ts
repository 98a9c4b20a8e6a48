import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach } from 'vitest';
import { type IngestOptions, ingest } from '../../../pipeline/ingest.ts';
import { silentProgress } from '../../../pipeline/progress.ts';
import type { IngestSummary } from '../../../pipeline/summary.ts';

export type Row = Record<string, string | number | null>;

const cell = (value: string | number | null | undefined): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return /[;"\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as the portal exports them: byte-order mark, `;`, CRLF, quotes only where needed. */
export function portalCsv(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(';'));
  return `\uFEFF${[names.join(';'), ...lines].join('\r\n')}\r\n`;
}

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

export interface Place {
  source: string;
  dataFolder: string;
  /** Writes or replaces a data set's file. */
  put(dataset: string, content: readonly Row[] | string): Promise<void>;
  ingest(options?: Partial<IngestOptions>): Promise<IngestSummary>;
  /** Rows of the warehouse being served. */
  query(sql: string): Promise<Record<string, unknown>[]>;
}

/** A folder of exported files and an empty data folder, removed after the test. */
export async function place(files: Record<string, readonly Row[] | string> = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'numoscope-ingest-'));
  folders.push(folder);
  const [source, dataFolder] = [join(folder, 'source'), join(folder, 'data')];
  await mkdir(source);
  const put: Place['put'] = (dataset, content) =>
    writeFile(
      join(source, `${dataset}.csv`),
      typeof content === 'string' ? content : portalCsv(content),
    );
  for (const [dataset, content] of Object.entries(files)) await put(dataset, content);
  return {
    source,
    dataFolder,
    put,
    ingest: (options = {}) => ingest({ source, dataFolder, progress: silentProgress, ...options }),
    query: (sql) => queryWarehouse(join(dataFolder, 'current', 'numoscope.duckdb'), sql),
  };
}

/** Rows of a DuckDB file, 64-bit integers as numbers. */
export async function queryWarehouse(
  file: string,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'bigint' ? Number(value) : value,
        ]),
      ),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export const questionLabels = {
  501: "Dans l'ensemble, je trouve que le numérique aujourd'hui représente un bénéfice réel pour mon entreprise",
  201: "Secteur d'activité",
  602: "Bénéfices apportés par le site internet de l'entreprise",
  740: 'Analyse de données pour les ressources humaines et la paie',
  802: "Intelligence artificielle générative : taux d'utilisation",
} as const;

/** A correspondence table in the portal's columns: 2023 has the former codes, the others today's. */
export function correspondence(): Row[] {
  const line = (code: keyof typeof questionLabels, former: string | null, more: Row = {}): Row => ({
    ordre_chapitre: Math.floor(code / 100),
    chapitre: `Chapitre\n${Math.floor(code / 100)}`,
    sous_chapitre: null,
    code_2023: former,
    code_2024: code,
    code_2025: code,
    libelle_2023: former === null ? null : questionLabels[code],
    libelle_2024: questionLabels[code],
    libelle_2025: questionLabels[code],
    code_unifie: code,
    libelle_unifie: questionLabels[code],
    descriptif_de_question: null,
    sens_de_l_augmentation: 'Favorable',
    ...more,
  });
  return [
    line(201, '001', { sens_de_l_augmentation: 'ni fav, ni défav' }),
    line(501, '201', {
      descriptif_de_question: 'Somme des réponses « Tout à fait d’accord » et « Plutôt d’accord ».',
    }),
    line(602, '302'),
    line(740, null),
    line(802, null),
  ];
}

export interface Respondent {
  id?: string | undefined;
  department?: string;
  region?: string;
  sector?: string;
  size?: string;
  weight?: string | number;
}

/** One row of an edition's results. */
export const response = (
  respondent: Respondent,
  code: string | number | null,
  label: string | null,
  answer: string | null,
  more: Row = {},
): Row => ({
  ...(respondent.id === undefined ? {} : { id_repondant: respondent.id }),
  code_unifie: code,
  libelle_unifie: label,
  libelle_reponse: answer,
  poids: respondent.weight ?? 1,
  taille_etablissement: respondent.size ?? '0 salarié',
  secteur_unifies: respondent.sector ?? 'Industrie',
  region: respondent.region ?? 'Bretagne',
  departement: respondent.department ?? 'Finistère',
  ...more,
});
