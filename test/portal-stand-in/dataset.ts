import Papa from 'papaparse';
import { type Fault, FaultBook, type FaultName } from './faults.ts';

export interface StandInField {
  name: string;
  label?: string;
  type?: string;
}

export interface StandInDataset {
  id: string;
  title: string;
  /** CSV with a header of technical names, `;` between columns, in UTF-8. */
  csv: string | Buffer;
  recordsCount?: number;
  fields?: readonly StandInField[];
  faults?: readonly (FaultName | Fault)[];
  /** Export formats offered; `csv`, `json` and `jsonl` when left out. */
  formats?: readonly string[];
  dataProcessed?: string;
}

/** One data set as the stand-in serves it. */
export interface Served {
  id: string;
  title: string;
  fields: Required<StandInField>[];
  rows: string[][];
  recordsCount: number;
  dataProcessed: string;
  formats: readonly string[];
  faults: FaultBook;
}

export const EARLIER = '2026-08-09T06:00:00+00:00';
const PROCESSED = '2026-08-10T14:18:01+00:00';

export function serve(dataset: StandInDataset): Served {
  const text = dataset.csv.toString().replace(/^\uFEFF/, '');
  const parsed = Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true });
  const [header = [], ...rows] = parsed.data;
  const faults = new FaultBook(dataset.faults ?? []);
  const fields = header.map((name) => {
    const given = dataset.fields?.find((field) => field.name === name);
    return { name, label: given?.label ?? name, type: given?.type ?? 'text' };
  });
  return {
    id: faults.has('renamed') ? `${dataset.id}-v2` : dataset.id,
    title: dataset.title,
    fields,
    rows,
    recordsCount: dataset.recordsCount ?? rows.length,
    dataProcessed: dataset.dataProcessed ?? PROCESSED,
    formats: dataset.formats ?? ['csv', 'json', 'jsonl'],
    faults,
  };
}

/** The data set object of API v2.1, as flat as the real one. */
export function describe(served: Served): Record<string, unknown> {
  const changing = served.faults.has('count-changes');
  return {
    visibility: 'domain',
    dataset_id: served.id,
    dataset_uid: `da_${served.id}`,
    has_records: true,
    features: ['analyze'],
    attachments: [],
    alternative_exports: [],
    data_visible: true,
    fields: served.fields.map((field) => ({
      ...field,
      description: null,
      annotations: field.type === 'text' ? { facet: true } : {},
    })),
    metas: {
      default: {
        title: served.title,
        description: null,
        publisher: 'Direction générale des Entreprises',
        license: 'Licence Ouverte v2.0 (Etalab)',
        modified: served.dataProcessed,
        data_processed: changing ? EARLIER : served.dataProcessed,
        metadata_processed: served.dataProcessed,
        records_count: changing ? served.recordsCount - 1 : served.recordsCount,
      },
    },
  };
}
