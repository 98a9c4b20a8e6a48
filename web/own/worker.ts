import { type Asked, countOwn, type OwnData } from './count.ts';
import { parseOwn, WorkbookError } from './parse.ts';

/** What the page asks: a file to read, or the same one counted otherwise. */
export interface Request {
  /** Handed back with the answer: only that to the last request counts. */
  id: number;
  file: Blob | null;
  asked: Asked;
}

export type Reply = { id: number } & (
  | { status: 'counted'; data: OwnData }
  | { status: 'unknown' | 'workbook' | 'unreadable' }
);

let lines: readonly (readonly string[])[] = [];

async function answer({ id, file, asked }: Request): Promise<Reply> {
  try {
    if (file !== null) lines = await parseOwn(file);
    if (lines.length < 2) return { id, status: 'unreadable' };
    const data = countOwn(lines, asked);
    return data === null ? { id, status: 'unknown' } : { id, status: 'counted', data };
  } catch (cause) {
    return { id, status: cause instanceof WorkbookError ? 'workbook' : 'unreadable' };
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void answer(data).then((reply) => globalThis.postMessage(reply));
});
