import { type Part, statements } from '../accessibility/words.ts';
import { useLanguage } from '../context.ts';

function Section({ title, lead, points }: Part) {
  const { f } = useLanguage();
  return (
    <section class="statement">
      <h2>{f.text(title)}</h2>
      {lead !== '' && <p>{f.text(lead)}</p>}
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{f.text(point)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The accessibility statement. */
export function Accessibility() {
  const { t, f, lang } = useLanguage();
  const { lead, parts } = statements[lang];
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(t.titles.accessibility)}</h1>
        <p>{f.text(lead)}</p>
      </header>
      {parts.map((part) => (
        <Section key={part.title} {...part} />
      ))}
    </>
  );
}
