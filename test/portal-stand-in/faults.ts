/** How a data set of the stand-in misbehaves; each is a behaviour seen on, or feared of, real portals. */
export const FAULTS = [
  'truncated-clean',
  'truncated-gzip',
  'truncated-quote',
  'truncated-row',
  'empty-success',
  'html-200',
  'hang',
  'mislabelled-gzip',
  'quota-429',
  'retry-after-429',
  'flaky-500',
  'reset',
  'private-404',
  'private-403',
  'renamed',
  'changed-header',
  'labels',
  'latin1',
  'no-bom',
  'count-changes',
  'more-rows',
  'broken-parquet',
  'refuses-select',
  'slow',
] as const;

export type FaultName = (typeof FAULTS)[number];

/** `times`: the fault shows on that many exports only, then all is well. Without it, mostly always. */
export interface Fault {
  name: FaultName;
  times?: number;
}

/** Faults that end by themselves. */
const TIMES: Partial<Record<FaultName, number>> = { 'flaky-500': 2, 'count-changes': 1 };

/** The faults of one data set, counting down those that end. */
export class FaultBook {
  private readonly left = new Map<FaultName, number>();

  constructor(faults: readonly (FaultName | Fault)[]) {
    for (const fault of faults) {
      const { name, times } = typeof fault === 'string' ? { name: fault } : fault;
      this.left.set(name, times ?? TIMES[name] ?? Number.POSITIVE_INFINITY);
    }
  }

  has(name: FaultName): boolean {
    return (this.left.get(name) ?? 0) > 0;
  }

  /** Whether the fault shows now; one that ends is used up by one. */
  strikes(name: FaultName): boolean {
    const left = this.left.get(name) ?? 0;
    if (left <= 0) return false;
    this.left.set(name, left - 1);
    return true;
  }
}
