import { useLanguage } from '../context.ts';
import { emptyView, formatView } from '../url-state.ts';

const ways = ['explore', 'chapter', 'movers', 'compare', 'portrait', 'prospect'] as const;

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
      <ul class="ways-on">
        {ways.map((page) => (
          <li key={page}>
            <a href={formatView(emptyView(page, lang))}>{f.text(t.titles[page])}</a>
          </li>
        ))}
      </ul>
    </header>
  );
}
