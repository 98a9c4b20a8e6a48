/** Equal steps between the lowest and the highest share shown, for cells to be coloured by. */
export interface HeatScale {
  /** From 0 to `steps - 1`. */
  stepOf(share: number): number;
  /** Bounds of each step, from the lowest. */
  steps: readonly (readonly [number, number])[];
}

const STEPS = 5;

/** A scale over shares (0–1); null when fewer than two differ. */
export function heatScale(shares: readonly (number | null)[]): HeatScale | null {
  const known = shares.filter((share) => share !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  if (!(high > low)) return null;
  const width = (high - low) / STEPS;
  return {
    stepOf: (share) => Math.min(STEPS - 1, Math.floor((share - low) / width)),
    steps: Array.from({ length: STEPS }, (_, step) => [
      low + step * width,
      low + (step + 1) * width,
    ]),
  };
}
