import { digest, readSeal, type Seal } from './seal.ts';

/** What stands for the digest while the document is drawn and when it is checked: of the digest's own length. */
const blank = '0'.repeat(64);
const mark = `"drawing":"`;
/** How the seal's own string begins in the file. */
const opening = '({"numoscope":1,';

export const isPdf = (file: Buffer): boolean => file.subarray(0, 5).toString('latin1') === '%PDF-';

const plain = (text: string): string =>
  text.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The seal among a document's information, its digest left blank: plain characters, so that nothing else moves when it is filled in. */
export const unsealedInfo = (seal: Omit<Seal, 'drawing'>): { Numoscope: string } => ({
  Numoscope: plain(JSON.stringify({ ...seal, drawing: blank })),
});

/** The string of a document, read from its bytes: from after `(` to its own `)`. */
function readString(file: Buffer, start: number): string | null {
  let text = '';
  for (let at = start; at < file.length; at += 1) {
    const character = String.fromCharCode(file[at] ?? 0);
    if (character === ')') return text;
    if (character === '\\') at += 1;
    text += String.fromCharCode(file[at] ?? 0);
  }
  return null;
}

/** Where the digest is in the file; -1 without any. In the seal's texts quotes are escaped: none reads like its name. */
function placeOfDigest(file: Buffer): number {
  const start = file.indexOf(opening, 0, 'latin1');
  const found = start < 0 ? -1 : file.indexOf(mark, start, 'latin1');
  return found < 0 ? -1 : found + mark.length;
}

const withDigest = (file: Buffer, place: number, text: string): Buffer => {
  const copy = Buffer.from(file);
  copy.write(text, place, 'latin1');
  return copy;
};

/** The document with the digest of all its bytes in its seal. */
export function sealPdf(file: Buffer): Buffer {
  const place = placeOfDigest(file);
  if (place < 0) throw new Error('The document was drawn without a place for its seal.');
  return withDigest(file, place, digest(file));
}

/** The seal inside a PDF and whether the document is the one sealed; null without a seal. */
export function openPdf(file: Buffer): { seal: Seal; intact: boolean } | null {
  const place = placeOfDigest(file);
  const start = file.indexOf(opening, 0, 'latin1');
  const text = place < 0 ? null : readString(file, start + 1);
  const seal = text === null ? null : readSeal(text);
  if (seal === null) return null;
  return { seal, intact: seal.drawing === digest(withDigest(file, place, blank)) };
}
