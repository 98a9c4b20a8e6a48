import { useLanguage } from '../context.ts';
import { emptyView, formatView } from '../url-state.ts';

/** An address that names no page. */
export function Missing() {
  const { t, f, lang } = useLanguage();
  return (
    <header class="hero">
      <h1 tabIndex={-1}>{f.text(t.titles.missing)}</h1>
      <p>{f.text(t.missingText)}</p>
      <p class="actions">
        <a class="button" href={formatView(emptyView('home', lang))}>
          {f.text(t.missingLink)}
        </a>
      </p>
    </header>
  );
}
