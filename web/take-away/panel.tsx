import { useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import {
  fileAddress,
  pictureAddress,
  type SnippetName,
  snippet,
  snippetNames,
} from '../snippets.ts';
import { Copied } from './copied.tsx';
import { Group } from './group.tsx';
import { type PictureShape, Pictures } from './pictures.tsx';
import { ShareChart } from './share-chart.tsx';
import { takeAwayWords } from './words.ts';

export interface Props {
  /** The address of the answer on show. */
  url: string;
  /** The pictures on show; none for a view that has no picture of its own. */
  shapes: readonly PictureShape[];
}

const fileFormats = ['csv', 'csv-fr', 'xlsx', 'parquet', 'json-stat'] as const;

function Files({ url, drawn }: { url: string; drawn: boolean }) {
  const { t, f, lang } = useLanguage();
  const words = t.comparison.takeAway;
  return (
    <Group title={words.files}>
      <ul>
        {fileFormats.map((format) => (
          <li key={format}>
            <a href={fileAddress(url, format, lang)} download="">
              {f.text(words.formats[format])}
            </a>
          </li>
        ))}
        {drawn && (
          <li>
            <a href={pictureAddress(url, 'zip', { lang })} download="">
              {f.text(takeAwayWords[lang].archive)}
            </a>
          </li>
        )}
        <li>
          <a href={url}>{f.text(words.formats.json)}</a>
        </li>
      </ul>
    </Group>
  );
}

function Code({ url }: { url: string }) {
  const { t, lang } = useLanguage();
  const words = t.comparison.takeAway;
  const [chosen, setChosen] = useState<SnippetName>('curl');
  const text = snippet(chosen, url, lang);
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

/** Every way to take away what is on show. */
export function TakeAwayPanel({ url, shapes }: Props) {
  const { t, f } = useLanguage();
  const words = t.comparison.takeAway;
  const { origin, href } = window.location;
  return (
    <div class="take-away-panel">
      <Files url={url} drawn={shapes.length > 0} />
      {shapes.length > 0 && <Pictures url={url} shapes={shapes} />}
      {shapes.length > 0 && <ShareChart key={url} url={url} shapes={shapes} />}
      <Group title={words.link}>
        <Copied text={href} name={words.copyLink}>
          <span class="address">{href}</span>
        </Copied>
      </Group>
      <Code url={origin + url} />
      <Group title={words.everything}>
        <p>{f.text(words.everythingText)}</p>
        <p>
          <a href="/api/v1/package" download="">
            {f.text(words.package)}
          </a>
        </p>
      </Group>
    </div>
  );
}
