import type { PortalClient } from './client.ts';
import { PortalFault } from './faults.ts';
import type { PortalDataset, PortalField } from './types.ts';

const PAGE = 100;

/** How the portal describes one data set. Throws {@link PortalFault}. */
export async function readDataset(client: PortalClient, id: string): Promise<PortalDataset> {
  const dataset = parseDataset(await client.json(`datasets/${encodeURIComponent(id)}`));
  if (dataset === null) {
    throw new PortalFault('not-the-format', 'the portal describes it in a form not understood');
  }
  return dataset;
}

/** The export formats offered for a data set, in lower case. Throws {@link PortalFault}. */
export async function readExportFormats(client: PortalClient, id: string): Promise<string[]> {
  const answer = await client.json(`datasets/${encodeURIComponent(id)}/exports`);
  return items(member(answer, 'links'))
    .map((link) => text(member(link, 'rel')) ?? '')
    .filter((rel) => rel !== '' && rel !== 'self')
    .map((rel) => rel.toLowerCase());
}

/**
 * Every data set of the catalogue that an ODSQL condition selects. Pages are only stable with an
 * order, and one that moves meanwhile may show twice: it is kept once. Throws {@link PortalFault}.
 */
export async function searchCatalogue(
  client: PortalClient,
  where: string,
  attempts?: number,
): Promise<PortalDataset[]> {
  const found = new Map<string, PortalDataset>();
  for (let offset = 0; ; ) {
    const query = { where, order_by: 'dataset_id', limit: PAGE, offset };
    const page = await client.json('datasets', query, attempts);
    const results = member(page, 'results');
    if (!Array.isArray(results)) {
      throw new PortalFault('not-the-format', 'the answer is not a catalogue');
    }
    for (const result of results) {
      const dataset = parseDataset(result);
      if (dataset !== null) found.set(dataset.id, dataset);
    }
    // A portal may give fewer than it is asked for: only its total says where the catalogue ends.
    offset += results.length;
    const total = member(page, 'total_count');
    const isLast = typeof total === 'number' ? offset >= total : results.length < PAGE;
    if (isLast || results.length === 0) break;
  }
  return [...found.values()];
}

/** Any value of a description may be null or absent; only the id is needed. */
function parseDataset(value: unknown): PortalDataset | null {
  const id = text(member(value, 'dataset_id'));
  if (id === null) return null;
  const metas = member(member(value, 'metas'), 'default');
  const count = member(metas, 'records_count');
  return {
    id,
    title: text(member(metas, 'title')) ?? id,
    recordsCount: typeof count === 'number' ? count : null,
    dataProcessed: text(member(metas, 'data_processed')),
    modified: text(member(metas, 'modified')),
    fields: items(member(value, 'fields')).flatMap(parseField),
    licence: text(member(metas, 'license')),
    publisher: text(member(metas, 'publisher')),
    exports: [],
  };
}

function parseField(value: unknown): PortalField[] {
  const name = text(member(value, 'name'));
  if (name === null) return [];
  const label = text(member(value, 'label')) ?? name;
  return [{ name, label, type: text(member(value, 'type')) ?? 'text' }];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
