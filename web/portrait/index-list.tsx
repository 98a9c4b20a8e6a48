import { useLanguage } from '../context.ts';
import { keysOf } from '../names.ts';
import { emptyView, formatView } from '../url-state.ts';
import { portraitWords } from './words.ts';

const groups = ['region', 'department', 'sector', 'size'] as const;

/** Every portrait there is, by kind. */
export function PortraitIndex() {
  const { f, lang } = useLanguage();
  const words = portraitWords[lang];
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(words.indexTitle)}</h1>
        <p>{f.text(words.indexLead)}</p>
      </header>
      {groups.map((dimension) => (
        <section key={dimension} class="portraits" aria-labelledby={`portraits-${dimension}`}>
          <h2 id={`portraits-${dimension}`}>{f.text(words.groups[dimension])}</h2>
          <ul>
            {keysOf[dimension].map((key) => (
              <li key={key}>
                <a href={formatView({ ...emptyView('portrait', lang), [dimension]: [key] })}>
                  {f.name(dimension, key)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
