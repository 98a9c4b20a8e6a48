/** A seed for one part of the work, so that parts do not depend on the order they are made in (FNV-1a). */
export function seedOf(seed: number, part: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < part.length; index += 1)
    hash = Math.imul(hash ^ part.charCodeAt(index), 0x01000193);
  return hash | 0;
}
