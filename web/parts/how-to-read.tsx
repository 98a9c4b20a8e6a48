/** Below a chart, what its strokes mean: sentences as the exported picture carries them. */
export function HowToRead({ sentences }: { sentences: readonly string[] }) {
  return sentences.length === 0 ? null : <p class="note">{sentences.join(' ')}</p>;
}
