/** Words that a line never cuts at their hyphen: « TPE-PME », « dispose-t-elle ». */
const whole = /(TPE-PME|[\p{L}’]+-t-(?:elle|il|on)s?)/u;

/** A title whose hyphened words are kept whole. */
export function WholeName({ text }: { text: string }) {
  return (
    <>
      {text.split(whole).map((part, place) =>
        place % 2 === 1 ? (
          <span key={place} class="whole">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
