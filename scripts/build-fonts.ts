/**
 * Unpacks the chart font (Source Sans 3, SIL OFL 1.1, from `@fontsource/source-sans-3`) into
 * `data/fonts/*.ttf` for the PNG and PDF renderers, and its advance widths into `core/charts/font-advances.ts`, so that
 * text is measured the same way on every machine; writes it and the headings' font (Source Serif 4) as `.woff2` for the
 * site and for SVG, with all their characters but no alternate form of them, which nothing here asks for. Run by hand
 * after an update of a font: `npx tsx scripts/build-fonts.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const weights = [400, 600] as const;

const filesOf = (font: string): string =>
  join(require.resolve(`@fontsource/${font}/package.json`), '..', 'files');

interface Table {
  tag: string;
  checksum: number;
  data: Buffer;
}

function readWoff(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = 44 + index * 20;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      data: packed < length ? inflateSync(bytes) : bytes,
    };
  });
}

function writeTtf(tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(tables.length * 16 - 16 * 2 ** power, 10);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const entry = 12 + index * 16;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum, entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(data.length, entry + 12);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([directory, ...bodies]);
}

/** Glyph of each character of the basic plane, from the format 4 subtable of `cmap`. */
function readCharacters(cmap: Buffer): Map<number, number> {
  const count = cmap.readUInt16BE(2);
  const offsets = Array.from({ length: count }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4));
  const start = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error('The font has no format 4 character map.');
  const segments = cmap.readUInt16BE(start + 6) / 2;
  const characters = new Map<number, number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const last = cmap.readUInt16BE(start + 14 + segment * 2);
    const first = cmap.readUInt16BE(start + 16 + segments * 2 + segment * 2);
    const delta = cmap.readUInt16BE(start + 16 + segments * 4 + segment * 2);
    const rangeAt = start + 16 + segments * 6 + segment * 2;
    const range = cmap.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - first) * 2);
      if (glyph !== 0) characters.set(code, (glyph + delta) & 0xffff);
    }
  }
  return characters;
}

function readAdvances(tables: readonly Table[]): Record<string, number> {
  const table = (tag: string): Buffer => {
    const found = tables.find((each) => each.tag === tag);
    if (found === undefined) throw new Error(`The font has no ${tag} table.`);
    return found.data;
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const measured = table('hhea').readUInt16BE(34);
  const metrics = table('hmtx');
  const advances: Record<string, number> = {};
  for (const [code, glyph] of readCharacters(table('cmap'))) {
    const advance = metrics.readUInt16BE(Math.min(glyph, measured - 1) * 4);
    advances[String.fromCharCode(code)] = Math.round((advance / unitsPerEm) * 1000);
  }
  return advances;
}

/** One string of characters per width: compact, and a difference is readable. */
function grouped(advances: Record<string, number>): string {
  const byWidth = new Map<number, string>();
  for (const [character, width] of Object.entries(advances))
    byWidth.set(width, (byWidth.get(width) ?? '') + character);
  const lines = [...byWidth].sort(([a], [b]) => a - b);
  const escaped = (text: string): string =>
    [...text]
      .map((c) =>
        /[!-&(-[\]-~]/.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
      .join('');
  return lines.map(([width, text]) => `    [${width}, '${escaped(text)}'],`).join('\n');
}

/** Writes a font of the site without alternate forms of its characters, which its substitutions would keep. */
async function writeWoff2(font: string, weight: number): Promise<void> {
  const path = join(filesOf(font), `${font}-latin-${weight}-normal`);
  const tables = readWoff(readFileSync(`${path}.woff`));
  const cmap = tables.find(({ tag }) => tag === 'cmap')?.data ?? Buffer.alloc(4);
  const characters = String.fromCharCode(...readCharacters(cmap).keys());
  const small = await subsetFont(readFileSync(`${path}.woff2`), characters, {
    targetFormat: 'woff2',
    noLayoutClosure: true,
  });
  writeFileSync(join(root, 'data/fonts', `${font}-${weight}.woff2`), small);
}

mkdirSync(join(root, 'data/fonts'), { recursive: true });
await writeWoff2('source-serif-4', 600);
for (const weight of weights) await writeWoff2('source-sans-3', weight);
const modules = weights.map((weight) => {
  const name = `source-sans-3-latin-${weight}-normal`;
  const tables = readWoff(readFileSync(join(filesOf('source-sans-3'), `${name}.woff`)));
  writeFileSync(join(root, 'data/fonts', `source-sans-3-${weight}.ttf`), writeTtf(tables));
  return `  ${weight}: [\n${grouped(readAdvances(tables))}\n  ],`;
});
writeFileSync(
  join(root, 'core/charts/font-advances.ts'),
  `/** Advance widths of Source Sans 3 in thousandths of the font size: characters by width. Made by scripts/build-fonts.ts. */\nexport const advances: Readonly<Record<400 | 600, readonly (readonly [number, string])[]>> = {\n${modules.join('\n')}\n};\n`,
);
