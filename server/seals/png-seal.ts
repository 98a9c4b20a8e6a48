import { crc32 } from 'node:zlib';
import { readSeal, type Seal, sealedDigest } from './seal.ts';

interface Chunk {
  type: string;
  data: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const keyword = 'Numoscope';

export const isPng = (file: Buffer): boolean => file.subarray(0, 8).equals(signature);

/** The chunks of a PNG, as far as they are whole. */
function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (at + 12 + length > file.length) break;
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

function writeChunk({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** UTF-8 text, uncompressed, in no language: keyword, 0, flags 0 0, language 0, keyword translated 0, text. */
const textChunk = (name: string, text: string): Chunk => ({
  type: 'iTXt',
  data: Buffer.from(`${name}\0\0\0\0\0${text}`, 'utf8'),
});

const drawnIn = (chunks: readonly Chunk[], seal: Omit<Seal, 'drawing'>): string =>
  sealedDigest(
    seal,
    ...chunks.filter(({ type }) => ['IHDR', 'PLTE', 'IDAT'].includes(type)).map(({ data }) => data),
  );

/** The picture with its title, its source and its seal inside, before the pixels. */
export function sealPng(file: Buffer, seal: Omit<Seal, 'drawing'>): Buffer {
  const chunks = chunksOf(file);
  const sealed: Seal = { ...seal, drawing: drawnIn(chunks, seal) };
  const texts = [
    textChunk('Title', seal.title),
    textChunk('Source', seal.source),
    textChunk('Software', 'Numoscope'),
    textChunk(keyword, JSON.stringify(sealed)),
  ];
  const [header, ...rest] = chunks;
  const all = [...(header === undefined ? [] : [header]), ...texts, ...rest];
  return Buffer.concat([signature, ...all.map(writeChunk)]);
}

/** The seal inside a PNG and whether its pixels are those sealed; null without a seal. */
export function openPng(file: Buffer): { seal: Seal; intact: boolean } | null {
  const chunks = chunksOf(file);
  const start = `${keyword}\0\0\0\0\0`;
  for (const { type, data } of chunks) {
    const text = data.toString('utf8');
    if (type !== 'iTXt' || !text.startsWith(start)) continue;
    const seal = readSeal(text.slice(start.length));
    if (seal !== null) return { seal, intact: seal.drawing === drawnIn(chunks, seal) };
  }
  return null;
}
