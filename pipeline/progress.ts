/** What a piece of work has handled since its last call. */
export interface ProgressStep {
  rows?: number;
  bytes?: number;
}

/** What is known beforehand of a piece of work; an unknown total is left out. */
export interface ProgressTotals {
  totalRows?: number;
  totalBytes?: number;
}

export interface ProgressTask {
  /** Adds to what is done (differences, not running totals). */
  advance(step: ProgressStep): void;
  /** Starts again from zero, for instance when a download is retried; `message` says why. */
  restart(message: string): void;
  done(message: string): void;
  fail(message: string): void;
}

/** Where long work tells how far it is. Implementations never throw. */
export interface ProgressSink {
  task(name: string, totals?: ProgressTotals): ProgressTask;
  /** One line for the reader that belongs to no task. */
  note(message: string): void;
  /** Ends the display; nothing is shown afterwards. */
  stop(): void;
}

const silentTask: ProgressTask = {
  advance: () => {},
  restart: () => {},
  done: () => {},
  fail: () => {},
};

/** The sink of callers who want no progress. */
export const silentProgress: ProgressSink = {
  task: () => silentTask,
  note: () => {},
  stop: () => {},
};
