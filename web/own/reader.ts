import { useEffect, useRef, useState } from 'preact/hooks';
import type { Asked, OwnData } from './count.ts';
import type { Reply, Request } from './worker.ts';

/** A vendor's file as it is being read. */
export type OwnState =
  | { status: 'idle' | 'reading' | 'unknown' | 'workbook' | 'unreadable' }
  | { status: 'counted'; data: OwnData };

let worker: Worker | null = null;

/** Starts the program that reads files, apart from the page, so that its script is there before any file is. */
export function startReader(): Worker {
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/** Ends it, with the file that it has in memory. */
export function stopReader(): void {
  worker?.terminate();
  worker = null;
}

/** Reads a file aside, and counts it again when what is asked changes. */
export function useOwnFile(asked: Asked): { state: OwnState; read(file: File): void } {
  const [state, setState] = useState<OwnState>({ status: 'idle' });
  const latest = useRef(0);
  const hasFile = useRef(false);
  const post = (file: File | null) => {
    latest.current += 1;
    const reader = startReader();
    const { current } = latest;
    reader.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.id === latest.current) setState(data);
    };
    reader.onerror = () => setState({ status: 'unreadable' });
    const request: Request = { id: current, file, asked };
    reader.postMessage(request);
  };
  useEffect(() => {
    if (hasFile.current) post(null);
  }, [JSON.stringify(asked)]);
  return {
    state,
    read(file) {
      hasFile.current = true;
      setState({ status: 'reading' });
      post(file);
    },
  };
}
