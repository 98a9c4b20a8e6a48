import { meta } from '../../warehouse/answers/catalogue.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { endpoints } from '../endpoints.ts';
import { formatWriters } from '../formats/index.ts';
import { readSearch } from './address.ts';

/**
 * The table that the API writes today for the address of one that left; null where the address names none.
 * @throws ProblemError for a question that can no longer be asked.
 */
export async function askAgain(address: string, warehouse: Warehouse): Promise<Buffer | null> {
  const { path, query } = readSearch(address);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const endpoint = endpoints.find((each) => each.name === name && each.tabular);
  const { format = '', lang, ...raw } = query;
  const write = formatWriters[String(format)];
  if (endpoint === undefined || write === undefined) return null;
  const asked = endpoint.parse(raw, {});
  const { body } = await write({
    endpoint: name,
    answer: await endpoint.run(warehouse, asked, { verify: undefined }),
    query: asked as Readonly<Record<string, unknown>>,
    address: path,
    meta: meta(warehouse),
    language: lang === 'en' ? 'en' : 'fr',
  });
  return body;
}
