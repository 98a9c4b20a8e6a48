import type { ProgressSink, ProgressTask, ProgressTotals } from '../pipeline/progress.ts';
import { describeLine, describePlain, type TaskState } from './progress-line.ts';

export interface ProgressStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface ProgressOptions {
  /** Where progress is shown: standard error, so that standard output stays the program's answer. */
  stream: ProgressStream;
  /** False silences everything. */
  enabled?: boolean;
  /** Milliseconds; a clock for tests. */
  now?: () => number;
}

const REDRAW_EVERY = 100;
const PLAIN_EVERY = 5_000;

/** Progress bars on a terminal, one line per task under way; elsewhere plain lines now and then. */
export function createProgress(options: ProgressOptions): ProgressSink {
  const now = options.now ?? Date.now;
  if (options.enabled === false) return new Progress({ stop: () => {} }, now);
  const display = options.stream.isTTY
    ? new TerminalDisplay(options.stream, now)
    : new PlainDisplay(options.stream, now);
  return new Progress(display, now);
}

interface Display {
  started?(task: TaskState): void;
  advanced?(task: TaskState): void;
  /** Says a line for good; a task given has ended. */
  say?(line: string, ended?: TaskState): void;
  stop(): void;
}

class Progress implements ProgressSink {
  private readonly display: Display;
  private readonly now: () => number;

  constructor(display: Display, now: () => number) {
    this.display = display;
    this.now = now;
  }

  task(name: string, totals: ProgressTotals = {}): ProgressTask {
    const { display, now } = this;
    const state: TaskState = { name, rows: 0, bytes: 0, startedAt: now(), ...totals };
    display.started?.(state);
    return {
      advance: (step) => {
        state.rows += step.rows ?? 0;
        state.bytes += step.bytes ?? 0;
        display.advanced?.(state);
      },
      restart: (message) => {
        Object.assign(state, { rows: 0, bytes: 0, startedAt: now() });
        display.say?.(`${name}: ${message}; starting again`);
      },
      done: (message) => display.say?.(`✔ ${message}`, state),
      fail: (message) => display.say?.(`✖ ${message}`, state),
    };
  }

  note(message: string): void {
    this.display.say?.(message);
  }

  stop(): void {
    this.display.stop();
  }
}

/** Keeps the lines of the tasks under way at the bottom, redrawn in place. */
class TerminalDisplay implements Display {
  private readonly stream: ProgressStream;
  private readonly now: () => number;
  private readonly tasks = new Set<TaskState>();
  private drawn = 0;
  private drawnAt = 0;
  private stopped = false;

  constructor(stream: ProgressStream, now: () => number) {
    this.stream = stream;
    this.now = now;
  }

  started(task: TaskState): void {
    this.tasks.add(task);
    this.draw();
  }

  advanced(): void {
    if (this.now() - this.drawnAt >= REDRAW_EVERY) this.draw();
  }

  say(line: string, ended?: TaskState): void {
    if (ended !== undefined) this.tasks.delete(ended);
    if (this.stopped) return;
    this.draw(`${line}\n`);
  }

  stop(): void {
    this.tasks.clear();
    this.draw();
    this.stopped = true;
  }

  private draw(above = ''): void {
    if (this.stopped) return;
    const width = Math.max(20, (this.stream.columns ?? 80) - 1);
    const lines = [...this.tasks].map((task) => `${describeLine(task, this.now(), width)}\n`);
    const erase = this.drawn > 0 ? `\u001b[${this.drawn}A\u001b[0J` : '';
    this.stream.write(erase + above + lines.join(''));
    this.drawn = lines.length;
    this.drawnAt = this.now();
  }
}

/** A line at the start, at each tenth or every five seconds, and at the end: fit for a log. */
class PlainDisplay implements Display {
  private readonly stream: ProgressStream;
  private readonly now: () => number;
  private readonly said = new Map<TaskState, { at: number; tenth: number }>();
  private stopped = false;

  constructor(stream: ProgressStream, now: () => number) {
    this.stream = stream;
    this.now = now;
  }

  started(task: TaskState): void {
    this.said.set(task, { at: this.now(), tenth: 0 });
    this.say(`${task.name}: started`);
  }

  advanced(task: TaskState): void {
    const last = this.said.get(task);
    if (last === undefined) return;
    const total = task.totalRows === undefined ? task.totalBytes : task.totalRows;
    const amount = task.totalRows === undefined ? task.bytes : task.rows;
    const tenth = total === undefined || total === 0 ? 0 : Math.floor((amount / total) * 10);
    // A retry starts again from zero.
    if (tenth < last.tenth) last.tenth = tenth;
    if (tenth === last.tenth && this.now() - last.at < PLAIN_EVERY) return;
    this.said.set(task, { at: this.now(), tenth });
    this.say(describePlain(task, this.now()));
  }

  say(line: string, ended?: TaskState): void {
    if (ended !== undefined) this.said.delete(ended);
    if (!this.stopped) this.stream.write(`${line}\n`);
  }

  stop(): void {
    this.stopped = true;
  }
}
