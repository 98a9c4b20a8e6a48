import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type FetchedDataset,
  fetchDatasets,
  type PortalOptions,
} from '../../../pipeline/portal/index.ts';
import type { StandInDataset } from '../../portal-stand-in/dataset.ts';
import { type StandIn, type StandInOptions, startPortal } from '../../portal-stand-in/portal.ts';

export const HEADER = 'id;code_unifie;libelle_reponse;poids;departement';

/** Microdata of 216 rows, with line breaks, quotes, delimiters and accents inside values. */
export function microdata(rows = 216): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const answer = index % 3 === 0 ? '"Oui ; « très »\nsur deux ""lignes"""' : 'Plutôt d’accord';
    return `${index + 1};501;${answer};0.83;29`;
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}

export const ID = 'bfn-resultats-2025';

export function edition(extra: Partial<StandInDataset> = {}): StandInDataset {
  return { id: ID, title: 'Baromètre France Num 2025 : résultats', csv: microdata(), ...extra };
}

export interface Bench {
  portal: StandIn;
  options: PortalOptions;
  lines: string[];
}

/** A stand-in portal and an empty cache, both gone when the test ends; retries are quick. */
export async function bench(
  datasets: readonly StandInDataset[],
  more: Partial<PortalOptions> = {},
  standIn: Partial<StandInOptions> = {},
): Promise<Bench> {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'numoscope-portal-'));
  onTestFinished(() => rm(cacheFolder, { recursive: true, force: true }));
  const portal = await startPortal({ datasets, ...standIn });
  onTestFinished(() => portal.close());
  const lines: string[] = [];
  const options: PortalOptions = {
    baseUrl: portal.url,
    cacheFolder,
    datasets: datasets.map((dataset) => dataset.id),
    retries: { attempts: 3, baseDelay: 1 },
    timeouts: { firstByte: 5_000, silence: 300, total: 20_000 },
    log: (line) => lines.push(line),
    toolVersion: '9.9.9',
    ...more,
  };
  return { portal, options, lines };
}

/** What becomes of one data set with these faults. */
export async function fetchOne(
  extra: Partial<StandInDataset>,
  more: Partial<PortalOptions> = {},
  standIn: Partial<StandInOptions> = {},
): Promise<Bench & { fetched: FetchedDataset }> {
  const set = await bench([edition(extra)], more, standIn);
  const [fetched] = await fetchDatasets(set.options);
  if (fetched === undefined) throw new Error('no entry was returned');
  return { ...set, fetched };
}

/** The entry, which must have a file. */
export function kept(fetched: FetchedDataset | undefined) {
  if (fetched === undefined || fetched.status === 'failed') {
    throw new Error(fetched?.message ?? 'no entry was returned');
  }
  return fetched;
}

export function exportsAsked(portal: StandIn): string[] {
  return portal.requests
    .map((request) => /\/exports\/(\w+)$/.exec(request.path)?.[1])
    .filter((format) => format !== undefined);
}
