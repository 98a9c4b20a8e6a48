import { unzipSync } from 'fflate';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { askAgain } from './ask-again.ts';
import { type ListedFile, type Manifest, manifestNames, readManifest } from './manifest.ts';
import { digest } from './seal.ts';
import { type FileVerdict, isSame, verdictOf, verifyFile } from './verify-file.ts';
import { isZip } from './xlsx-seal.ts';

/** A file of several, by its name among them. */
export type Bundle = ReadonlyMap<string, Buffer>;

export interface BundleVerdict extends FileVerdict {
  files: readonly (FileVerdict & { name: string })[];
}

/** Beyond this, what a ZIP says it holds is not unpacked. */
const mostBytes = 500_000_000;

/** The files of a ZIP; null when it is none, or too large to be one of ours. */
export function openZip(file: Buffer): Bundle | null {
  if (!isZip(file)) return null;
  let bytes = 0;
  try {
    const files = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        bytes += originalSize;
        if (bytes > mostBytes) throw new RangeError('too large');
        return !name.endsWith('/');
      },
    });
    return new Map(Object.entries(files).map(([name, body]) => [name, Buffer.from(body)]));
  } catch {
    return null;
  }
}

/** Whether the API, asked again for the very file, gives the same bytes. */
async function sameFile({ address = '', sha256 }: ListedFile, warehouse: Warehouse) {
  const body = await askAgain(address, warehouse);
  return body !== null && digest(body) === sha256;
}

/** What became of a file that only the manifest seals: tables are asked again, words are as their digest says. */
async function verifyListed(
  listed: ListedFile,
  body: Buffer,
  { version }: Manifest,
  warehouse: Warehouse,
): Promise<FileVerdict> {
  const address = listed.address ?? null;
  const intact = digest(body) === listed.sha256;
  const same = (asked: Warehouse) => sameFile(listed, asked);
  const opened = { address: address ?? '', version, intact, same };
  const stands = intact && (address === null || (await isSame(opened, warehouse)));
  return { ...verdictOf({ version, intact, stands }, warehouse), address };
}

const severity: Readonly<Record<FileVerdict['status'], number>> = {
  unchanged: 0,
  unsealed: 1,
  revised: 2,
  altered: 3,
};

const summed: Readonly<Record<FileVerdict['status'], string>> = {
  unchanged: 'Every file stands.',
  unsealed: 'A file that nothing seals was added; the others stand.',
  revised: 'The files are intact; today’s warehouse gives other figures.',
  altered: 'A file is not what was sealed.',
};

/**
 * Says what became of files that left together, a ZIP or a folder, one by one and overall: each by its own seal, those
 * that carry none (words, tables without lines) by the manifest. A file that the manifest lists and that is gone is an alteration.
 */
export async function verifyBundle(bundle: Bundle, warehouse: Warehouse): Promise<BundleVerdict> {
  const [place, manifest] = findManifest(bundle);
  const version = { file: manifest?.version ?? null, warehouse: warehouse.version };
  const inFolder = (name: string) => place + name;
  const listed = new Map((manifest?.files ?? []).map((each) => [inFolder(each.name), each]));
  const files: (FileVerdict & { name: string })[] = [];
  for (const [name, body] of bundle) {
    if (manifestNames.some((each) => name === inFolder(each)) && readManifest(body)) continue;
    const own = listed.get(name);
    const sealed = await verifyFile(body, warehouse);
    const verdict =
      sealed.status === 'unsealed' && own !== undefined && manifest !== null
        ? await verifyListed(own, body, manifest, warehouse)
        : sealed;
    files.push({ name, ...verdict });
  }
  for (const name of [...listed.keys()].filter((each) => !bundle.has(each))) {
    const reasons = ['The manifest lists it, and it is not there.'];
    files.push({ name, status: 'altered', reasons, address: null, version });
  }
  const none = files.every(({ status }) => status === 'unsealed');
  const worst = files.reduce<FileVerdict['status']>(
    (found, { status }) => (severity[status] > severity[found] ? status : found),
    none ? 'unsealed' : 'unchanged',
  );
  const reasons = [none ? 'No file carries a seal of Numoscope.' : summed[worst]];
  return { status: worst, reasons, address: null, version, files };
}

/** The manifest nearest to the top, and the folder it is in. */
function findManifest(bundle: Bundle): [place: string, manifest: Manifest | null] {
  const names = [...bundle.keys()]
    .filter((name) => manifestNames.includes(name.slice(name.lastIndexOf('/') + 1)))
    .sort((a, b) => a.length - b.length);
  for (const name of names) {
    const manifest = readManifest(bundle.get(name) ?? Buffer.alloc(0));
    if (manifest !== null) return [name.slice(0, name.lastIndexOf('/') + 1), manifest];
  }
  return ['', null];
}
