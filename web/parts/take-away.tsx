import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useLanguage, useSurroundings } from '../context.ts';
import {
  endpointOf,
  fileAddress,
  pictureAddress,
  type SnippetName,
  snippet,
  snippetNames,
} from '../snippets.ts';
import { Choice } from './fields.tsx';

/** The shapes that the pictures of an answer come in, by the API's names. */
export type PictureShape = 'bars' | 'dots' | 'map' | 'lines';

interface Props {
  /** The address of the answer on show. */
  url: string;
  /** The pictures on show; none for a view that has no picture of its own. */
  shapes: readonly PictureShape[];
}

const fileFormats = [
  ['csv', 'csv'],
  ['csv-fr', 'csv'],
  ['xlsx', 'xlsx'],
  ['parquet', 'parquet'],
  ['json-stat', 'json'],
] as const;

function Group({
  title,
  name,
  children,
}: {
  title: string;
  name?: string;
  children: ComponentChildren;
}) {
  const { f } = useLanguage();
  const id = useId();
  return (
    <section class={name} aria-labelledby={id}>
      <h3 id={id}>{f.text(title)}</h3>
      {children}
    </section>
  );
}

function Files({ url }: { url: string }) {
  const { t, f } = useLanguage();
  const words = t.comparison.takeAway;
  const name = `numoscope-${endpointOf(url)}`;
  return (
    <Group title={words.files}>
      <ul>
        {fileFormats.map(([format, extension]) => (
          <li key={format}>
            <a href={fileAddress(url, format)} download={`${name}.${extension}`}>
              {f.text(words.formats[format])}
            </a>
          </li>
        ))}
        <li>
          <a href={url}>{f.text(words.formats.json)}</a>
        </li>
      </ul>
    </Group>
  );
}

function Pictures({ url, shapes }: Props) {
  const { t, f, lang } = useLanguage();
  const { dark } = useSurroundings();
  const words = t.comparison.takeAway;
  const theme = dark ? 'dark' : 'light';
  return (
    <Group title={words.pictures}>
      <ul>
        {shapes.map((shape) => (
          <li key={shape}>
            {f.text(words.shapes[shape])}
            {f.text(t.colon)}{' '}
            {(['svg', 'png', 'vl.json'] as const).map((format, index) => (
              <span key={format}>
                {index > 0 && ', '}
                <a
                  href={pictureAddress(url, format, { lang, theme, shape })}
                  download={`numoscope-${endpointOf(url)}.${format}`}
                >
                  <span class="visually-hidden">{f.text(words.shapes[shape])} </span>
                  {f.text(words.formats[format])}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Group>
  );
}

/** A text and the button that copies it; where a browser refuses, the text is selected instead. */
function Copied({
  text,
  name,
  children,
}: {
  text: string;
  name: string;
  children: ComponentChildren;
}) {
  const { t, f } = useLanguage();
  const words = t.comparison.takeAway;
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const select = () => {
    const range = document.createRange();
    if (place.current === null) return;
    range.selectNodeContents(place.current);
    window.getSelection()?.removeAllRanges();
    window.getSelection()?.addRange(range);
    setSaid(words.selected);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      select();
    }
  };
  return (
    <div class="copied">
      <div ref={place}>{children}</div>
      <p>
        <button type="button" class="button quiet" onClick={copy}>
          {f.text(name)}
        </button>{' '}
        <span role="status">{f.text(said)}</span>
      </p>
    </div>
  );
}

function Code({ url }: { url: string }) {
  const { t } = useLanguage();
  const words = t.comparison.takeAway;
  const [chosen, setChosen] = useState<SnippetName>('curl');
  const text = snippet(chosen, url);
  return (
    <Group title={words.code} name="code">
      <Choice
        label={words.language}
        value={chosen}
        options={snippetNames.map((name) => ({ value: name, label: name }))}
        onChoose={(value) => setChosen(snippetNames.find((name) => name === value) ?? 'curl')}
      />
      <Copied key={chosen} text={text} name={words.copyCode}>
        <pre>
          <code>{text}</code>
        </pre>
      </Copied>
    </Group>
  );
}

function Panel({ url, shapes }: Props) {
  const { t, f } = useLanguage();
  const words = t.comparison.takeAway;
  const { origin, href } = window.location;
  return (
    <div class="take-away-panel">
      <Files url={url} />
      {shapes.length > 0 && <Pictures url={url} shapes={shapes} />}
      <Group title={words.link}>
        <Copied text={href} name={words.copyLink}>
          <span class="address">{href}</span>
        </Copied>
      </Group>
      <Code url={origin + url} />
      <Group title={words.everything}>
        <p>{f.text(words.everythingText)}</p>
        <p>
          <a href="/api/v1/package" download>
            {f.text(words.package)}
          </a>
        </p>
      </Group>
    </div>
  );
}

/** What is on show, to take away: files, pictures, its address, the lines that fetch it. Escape closes it. */
export function TakeAway(props: Props) {
  const { t, f } = useLanguage();
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || details.current?.open !== true) return;
    event.stopPropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details
      class="take-away"
      ref={details}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={onKeyDown}
    >
      <summary class="button quiet">{f.text(t.comparison.takeAway.title)}</summary>
      {open && <Panel {...props} />}
    </details>
  );
}
