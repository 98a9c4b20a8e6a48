/** A, B … Z, AA: the name of a tier. */
export function letterOf(tier: number): string {
  const letter = String.fromCharCode(65 + ((tier - 1) % 26));
  return tier > 26 ? letterOf(Math.floor((tier - 1) / 26)) + letter : letter;
}
