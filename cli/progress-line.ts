export interface TaskState {
  name: string;
  rows: number;
  bytes: number;
  totalRows?: number;
  totalBytes?: number;
  /** Milliseconds, on the display's clock. */
  startedAt: number;
}

const BAR = 20;
const integers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** One line of a terminal: name, bar, share done, amounts, rate, time left; cut to `width`. */
export function describeLine(task: TaskState, now: number, width: number): string {
  const share = shareDone(task);
  const full = share === null ? 0 : Math.round(share * BAR);
  const bar = share === null ? '·'.repeat(BAR) : '█'.repeat(full) + '░'.repeat(BAR - full);
  return `${task.name.padEnd(28)} ${bar} ${facts(task, now).join('  ')}`.slice(0, width);
}

/** The same without the bar, for a log. */
export function describePlain(task: TaskState, now: number): string {
  return `${task.name}: ${facts(task, now).join(', ')}`;
}

function facts(task: TaskState, now: number): string[] {
  const share = shareDone(task);
  const elapsed = (now - task.startedAt) / 1000;
  const list: string[] = [];
  if (share !== null) list.push(`${Math.floor(share * 100)} %`);
  if (task.rows > 0) {
    const of = task.totalRows === undefined ? '' : ` of ${integers.format(task.totalRows)}`;
    list.push(`${integers.format(task.rows)}${of} rows`);
  }
  if (task.bytes > 0) list.push(describeBytes(task.bytes));
  if (elapsed >= 1 && task.bytes > 0) list.push(`${describeBytes(task.bytes / elapsed)}/s`);
  else if (elapsed >= 1 && task.rows > 0) {
    list.push(`${integers.format(task.rows / elapsed)} rows/s`);
  }
  if (share !== null && share > 0 && share < 1 && elapsed >= 1) {
    list.push(`${describeDuration((elapsed / share) * (1 - share))} left`);
  }
  return list;
}

/** Null when no total is known, or nothing countable came yet: a Parquet's rows are known at its end. */
function shareDone(task: TaskState): number | null {
  if (task.totalRows !== undefined && task.totalRows > 0 && task.rows > 0) {
    return Math.min(1, task.rows / task.totalRows);
  }
  if (task.totalBytes !== undefined && task.totalBytes > 0) {
    return Math.min(1, task.bytes / task.totalBytes);
  }
  return null;
}

function describeBytes(bytes: number): string {
  if (bytes < 1_000) return `${integers.format(bytes)} B`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function describeDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`;
}
