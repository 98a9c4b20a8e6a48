import { readDataset, searchCatalogue } from './catalogue.ts';
import { PortalClient } from './client.ts';
import { PortalFault, PortalUnreachable } from './faults.ts';
import { editionOf, isBarometer, KNOWN_DATASETS, kindOf } from './identity.ts';
import { readProvenance } from './provenance.ts';
import { findSuccessor } from './rename.ts';
import type { DiscoveredDataset, PortalDataset, PortalOptions } from './types.ts';

/** Two searches, since ids and titles follow no rule: `like` is by word, `search` is fuzzy. */
const SEARCHES = ['dataset_id like "bfn"', 'search("france num")'];

/**
 * The barometer's data sets on a portal: those the catalogue's search finds, so new editions come
 * along by themselves, and those known by id, missing ones included with a sentence why.
 * @throws {PortalUnreachable} when the portal does not answer, is no Opendatasoft portal, has none of
 * them or has no quota left
 */
export async function discoverDatasets(options: PortalOptions): Promise<DiscoveredDataset[]> {
  return discoverWith(new PortalClient(options), options);
}

export async function discoverWith(
  client: PortalClient,
  options: PortalOptions,
): Promise<DiscoveredDataset[]> {
  const listed = await listBarometer(client);
  const wanted = options.datasets ?? [
    ...KNOWN_DATASETS,
    ...[...listed.keys()].filter((id) => !KNOWN_DATASETS.includes(id)),
  ];
  const discovered: DiscoveredDataset[] = [];
  for (const id of new Set(wanted)) {
    if (!concerns(options, id, listed.get(id))) continue;
    discovered.push(await locate(client, options, id, listed));
  }
  const none = discovered.every((dataset) => dataset.status === 'missing');
  if (none && options.datasets === undefined) {
    const message = `The portal ${client.baseUrl} has none of the barometer's data sets: check the address given as the source.`;
    throw new PortalUnreachable('no-datasets', client.baseUrl, message);
  }
  return once(discovered);
}

async function listBarometer(client: PortalClient): Promise<Map<string, PortalDataset>> {
  const listed = new Map<string, PortalDataset>();
  for (const [index, where] of SEARCHES.entries()) {
    try {
      // Somebody waits for the first answer: a portal out of reach is given up early.
      const attempts = index === 0 ? Math.min(2, client.retries.attempts) : undefined;
      const found = await searchCatalogue(client, where, attempts);
      for (const dataset of found.filter(isBarometer)) listed.set(dataset.id, dataset);
    } catch (error) {
      if (!(error instanceof PortalFault)) throw error;
      // Portals that only imitate the API refuse the search yet know the data sets.
      if (error.kind !== 'bad-request') throw asUnreachable(error, client.baseUrl);
      client.log(`The search ${where} was left out: ${error.message}.`);
    }
  }
  return listed;
}

/** `editions` restricts microdata only: what links editions is needed whichever are wanted. */
function concerns(options: PortalOptions, id: string, listed: PortalDataset | undefined): boolean {
  if (options.editions === undefined || options.datasets !== undefined) return true;
  const edition = editionOf(id, listed?.title);
  const kind = kindOf(id, listed?.title, listed?.fields);
  return kind !== 'microdata' || edition === null || options.editions.includes(edition);
}

async function locate(
  client: PortalClient,
  options: PortalOptions,
  id: string,
  listed: ReadonlyMap<string, PortalDataset>,
): Promise<DiscoveredDataset> {
  const known = listed.get(id);
  if (known !== undefined) return found(known, null);
  try {
    return found(await readDataset(client, id), null);
  } catch (error) {
    if (!(error instanceof PortalFault)) throw error;
    if (error.kind === 'quota') throw asUnreachable(error, client.baseUrl);
    if (error.kind === 'not-found') {
      const successor = await searchSuccessor(client, options, id, listed);
      if (successor !== undefined) return found(successor, id);
    }
    const identity = { id, kind: kindOf(id), edition: editionOf(id), formerId: null };
    const message = `${id} cannot be read: ${error.message}.`;
    return { ...identity, status: 'missing', absent: error.kind === 'not-found', message };
  }
}

async function searchSuccessor(
  client: PortalClient,
  options: PortalOptions,
  id: string,
  listed: ReadonlyMap<string, PortalDataset>,
): Promise<PortalDataset | undefined> {
  const lastRead = await readProvenance(options.cacheFolder, id);
  const words = (lastRead?.title ?? id.replaceAll('-', ' ')).replaceAll('"', ' ');
  const extra = await searchCatalogue(client, `search("${words}")`).catch((error: unknown) => {
    if (error instanceof PortalFault && error.kind !== 'quota') return [];
    throw error;
  });
  const candidates = new Map([...listed, ...extra.map((item) => [item.id, item] as const)]);
  for (const taken of KNOWN_DATASETS) candidates.delete(taken);
  return findSuccessor(id, lastRead, [...candidates.values()]);
}

function found(metadata: PortalDataset, formerId: string | null): DiscoveredDataset {
  const { id, title, fields } = metadata;
  const kind = kindOf(id, title, fields);
  const edition = kind === 'microdata' ? editionOf(id, title) : null;
  return { id, kind, edition, formerId, status: 'found', metadata };
}

/** A successor also stands in the catalogue by its own id: the entry that tells the rename stays. */
function once(datasets: readonly DiscoveredDataset[]): DiscoveredDataset[] {
  const byId = new Map<string, DiscoveredDataset>();
  for (const dataset of datasets) {
    const seen = byId.get(dataset.id);
    if (seen === undefined || seen.formerId === null) byId.set(dataset.id, dataset);
  }
  return [...byId.values()];
}

function asUnreachable(fault: PortalFault, baseUrl: string): PortalUnreachable {
  const details = { cause: fault, until: fault.until };
  if (fault.kind === 'quota') {
    const message = `Nothing can be downloaded from ${baseUrl}: ${fault.message}.`;
    return new PortalUnreachable('quota', baseUrl, message, details);
  }
  if (fault.kind === 'unauthorised' || fault.kind === 'forbidden') {
    const message = `The portal ${baseUrl} is private: set NUMOSCOPE_API_KEY to a key it accepts.`;
    return new PortalUnreachable('unauthorised', baseUrl, message, details);
  }
  if (fault.kind === 'not-the-format' || fault.kind === 'not-found') {
    const message = `${baseUrl} does not answer as an Opendatasoft portal (${fault.message}): check the address given as the source.`;
    return new PortalUnreachable('not-a-portal', baseUrl, message, details);
  }
  const message = `The portal ${baseUrl} cannot be reached (${fault.message}): check the network, or ingest a folder of exported files with --source.`;
  return new PortalUnreachable('network', baseUrl, message, details);
}
