/** The attributes of one element of a drawing. */
export type Attributes = Readonly<Record<string, string>>;

/** A number given with or without its unit of pixels; what is absent is `otherwise`. */
export const numberOf = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseFloat(text ?? '');
  return Number.isNaN(value) ? otherwise : value;
};

const numbersOf = (text: string): number[] =>
  text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number);

/** A step of a `transform`, as `translate(1,2)` writes it. */
export interface Move {
  readonly name: 'translate' | 'rotate' | 'scale';
  readonly x: number;
  /** The second number; null when there is none. */
  readonly y: number | null;
}

/**
 * The steps of a `transform`, in their order.
 * @throws Error for a step that no chart is drawn with: leaving it out would put shapes in the wrong place.
 */
export function movesOf(transform: string | undefined): Move[] {
  return [...(transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)].map(([step, name, inside = '']) => {
    if (name !== 'translate' && name !== 'rotate' && name !== 'scale') {
      throw new Error(`A drawing has the transform ${step}, which is not known.`);
    }
    const [x = 0, y = null] = numbersOf(inside);
    return { name, x, y };
  });
}

/** The lengths of dashes and gaps; none for a line that is whole. */
export const dashesOf = (text: string | undefined): number[] => {
  const lengths = numbersOf(text ?? '');
  return lengths.some((length, index) => index % 2 === 1 && length > 0) ? lengths : [];
};

/** The name in `url(#name)`. */
export const referenceOf = (text: string | undefined): string | null =>
  /^url\(["']?#([^)"']+)["']?\)$/.exec(text ?? '')?.[1] ?? null;
