import type { FastifyInstance } from 'fastify';

const longestClose = 10_000;

/** A server that listens; `close` stops taking requests and waits for those under way. */
export interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

/** Listens; on SIGINT or SIGTERM closes gracefully, then calls `onClosed`. */
export async function listen(
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
  onClosed: () => void = () => {},
): Promise<Listening> {
  const address = await app.listen({ host, port });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= closeApp(app).finally(() => {
      for (const signal of signals) process.off(signal, onSignal);
    });
    return closing;
  };
  const onSignal = () => {
    void close().then(onClosed);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return { address, close };
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Idle connections go at once; those that will not end are cut after a while. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), longestClose);
  cut.unref();
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
