import type { ComponentChildren } from 'preact';
import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import type { Language } from '../../core/format/language.ts';
import { useLanguage } from '../context.ts';
import { darkTheme, toggleTheme } from '../theme.ts';
import { emptyView, formatView } from '../url-state.ts';
import type { Page, View } from '../view.ts';
import { ShortcutButton, ShortcutList } from './shortcut-list.tsx';

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 34 20" aria-hidden="true">
      <path d="M2 3v14M32 3v14M2 10h30" />
      <circle cx="20" cy="10" r="5.4" />
    </svg>
  );
}

function ThemeSwitch() {
  const { t, f } = useLanguage();
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={f.text(darkTheme.value ? t.themeLight : t.themeDark)}
      onClick={toggleTheme}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
    </button>
  );
}

const documentationPath = (lang: Language): string =>
  lang === 'en' ? '/api/docs?lang=en' : '/api/docs';

function Header({ view }: { view: View }) {
  const { t, f, lang } = useLanguage();
  const other = lang === 'fr' ? 'en' : 'fr';
  const link = (page: Exclude<Page, 'missing'>, label: string) => (
    <a
      class="header-link"
      href={formatView(emptyView(page, lang))}
      aria-current={view.page === page ? 'page' : undefined}
    >
      {f.text(label)}
    </a>
  );
  return (
    <header class="site-header">
      <a class="brand" href={formatView(emptyView('home', lang))}>
        <Mark />
        {t.product}
      </a>
      <nav aria-label={f.text(t.navigation)}>
        {link('prospect', t.prospect)}
        {link('explore', t.explore)}
        {link('movers', t.movers)}
        {link('compare', t.compare)}
        {link('portrait', t.titles.portrait)}
        <a class="header-link" href={documentationPath(lang)}>
          {f.text(t.api)}
        </a>
      </nav>
      <div class="tools">
        <a
          class="header-link"
          href={formatView({ ...view, lang: other })}
          lang={other}
          hrefLang={other}
          title={t.otherLanguageName}
        >
          {t.otherLanguage}
        </a>
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** Where the figures come from, as the server wrote it in the page's head: known before the first answer. */
const originAtStart = document.querySelector<HTMLMetaElement>(
  'meta[name="numoscope:origin"]',
)?.content;

function Banner({ meta }: { meta: MetaAnswer | null }) {
  const { t, f } = useLanguage();
  if ((meta?.origin ?? originAtStart) !== 'demonstration') return null;
  return (
    <aside class="banner" aria-label={f.text(t.demonstrationTitle)}>
      <p>
        <strong>{f.text(t.demonstrationTitle)}</strong> {f.text(t.demonstration)}
      </p>
    </aside>
  );
}

/** Whose figures these are, under which licence, of when, and how they are made. */
function Provenance({ meta }: { meta: MetaAnswer }) {
  const { t, f } = useLanguage();
  const words = t.footer;
  const { licence, sources } = meta;
  return (
    <dl>
      <div>
        <dt>{f.text(words.source)}</dt>
        <dd>
          <span lang="fr">{f.text(licence.attribution)}</span>
          {sources.length > 0 && ` (${f.text(words.datasets(sources.length))})`}
        </dd>
      </div>
      <div>
        <dt>{f.text(words.licence)}</dt>
        <dd lang="fr">
          {licence.url === null ? (
            f.text(licence.name)
          ) : (
            <a href={licence.url}>{f.text(licence.name)}</a>
          )}
        </dd>
      </div>
      <div>
        <dt>{f.text(words.built)}</dt>
        <dd>{f.date(meta.builtAt)}</dd>
      </div>
      <div>
        <dt>{f.text(words.method)}</dt>
        <dd>{f.text(words.methodText)}</dd>
      </div>
    </dl>
  );
}

function Footer({ view, meta }: { view: View; meta: MetaAnswer | null }) {
  const { t, f, lang } = useLanguage();
  const links = [
    [formatView(emptyView('verification', lang)), t.verification],
    [documentationPath(lang), t.footer.documentation],
    [formatView(emptyView('accessibility', lang)), t.titles.accessibility],
  ] as const;
  return (
    <footer class="site-footer">
      {meta !== null && <Provenance meta={meta} />}
      <ul class="footer-links">
        {links.map(([href, name]) => (
          <li key={href}>
            <a href={href}>{f.text(name)}</a>
          </li>
        ))}
        <li>
          <ShortcutButton />
        </li>
      </ul>
      {/* Without the call plan, whose address names the sellers. */}
      <p class="printed-address">{window.location.origin + formatView({ ...view, plan: null })}</p>
      <p>{f.text(t.footer.privacy)}</p>
    </footer>
  );
}

/** What surrounds every page: skip link, header, banner, footer. */
export function Shell(props: { view: View; meta: MetaAnswer | null; children: ComponentChildren }) {
  const { t, f } = useLanguage();
  return (
    <>
      <a class="skip" href="#content">
        {f.text(t.skip)}
      </a>
      <Header view={props.view} />
      <Banner meta={props.meta} />
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
      <Footer view={props.view} meta={props.meta} />
      <ShortcutList />
    </>
  );
}
