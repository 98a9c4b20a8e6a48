export type FaultReason =
  | 'unknown-parameter'
  | 'not-a-number'
  | 'unknown-value'
  | 'given-twice'
  | 'no-microdata';

/** `value` is what to use: what was understood of the address, or the default. */
export type Parsed<T> =
  | { status: 'valid'; value: T }
  | { status: 'invalid'; value: T; raw: readonly string[]; reason: FaultReason }
  | { status: 'missing'; value: T };

/** How a parameter of the address is read and written. */
export interface Parameter<T> {
  name: string;
  parse(raws: readonly string[]): Parsed<T>;
  format(value: T): readonly string[];
}

/** One value, read by `read` (undefined when it is not one), written unless it is the default. */
export function single<T>(
  name: string,
  fallback: T,
  reason: FaultReason,
  read: (raw: string) => T | undefined,
): Parameter<T> {
  return {
    name,
    parse(raws) {
      const [raw] = raws;
      if (raw === undefined) return { status: 'missing', value: fallback };
      if (raws.length > 1) {
        return { status: 'invalid', value: fallback, raw: raws, reason: 'given-twice' };
      }
      const value = read(raw);
      if (value === undefined) return { status: 'invalid', value: fallback, raw: raws, reason };
      return { status: 'valid', value };
    },
    format: (value) => (value === fallback || value === null ? [] : [String(value)]),
  };
}

/** A parameter that is on or off, off when absent. */
export const yesOrNo = (name: string): Parameter<boolean> =>
  single(name, false, 'unknown-value', (raw) =>
    raw === 'true' ? true : raw === 'false' ? false : undefined,
  );

/** One of some values, or the default. */
export const oneOf = <T extends string, D extends T | null>(
  name: string,
  values: readonly T[],
  fallback: D,
): Parameter<T | D> =>
  single<T | D>(name, fallback, 'unknown-value', (raw) => values.find((value) => value === raw));

/** A whole number, or none. */
export const integer = (name: string): Parameter<number | null> =>
  single<number | null>(name, null, 'not-a-number', (raw) =>
    /^\d{1,6}$/.test(raw) ? Number(raw) : undefined,
  );

/** A repeated value: those known are kept, those unknown reported. */
export function several(
  name: string,
  known: (value: string) => boolean,
): Parameter<readonly string[]> {
  return {
    name,
    parse(raws) {
      if (raws.length === 0) return { status: 'missing', value: [] };
      const value = [...new Set(raws.filter(known))];
      const rejected = raws.filter((raw) => !known(raw));
      return rejected.length === 0
        ? { status: 'valid', value }
        : { status: 'invalid', value, raw: rejected, reason: 'unknown-value' };
    },
    format: (value) => value,
  };
}

export const among = (values: readonly string[]) => (value: string) => values.includes(value);
