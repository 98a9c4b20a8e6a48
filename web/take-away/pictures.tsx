import { useState } from 'preact/hooks';
import { useLanguage, useSurroundings } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import { pictureAddress } from '../snippets.ts';
import { Group } from './group.tsx';
import { takeAwayWords } from './words.ts';

/** The shapes that the pictures of an answer come in, by the API's names. */
export type PictureShape =
  | 'bars'
  | 'dots'
  | 'map'
  | 'lines'
  | 'slope'
  | 'dumbbell'
  | 'multiples'
  | 'heat';

/** The sizes a picture is asked in, in pixels: a screen's grows with its figures. */
const sizes = {
  screen: {},
  print: { width: '2400', height: '1600' },
  link: { width: '1200', height: '628' },
  x: { width: '800', height: '418' },
  square: { width: '2160', height: '2160' },
  slide: { width: '1920', height: '1080' },
} as const;
type Size = keyof typeof sizes;
const sizeNames: readonly Size[] = ['screen', 'print', 'link', 'x', 'square', 'slide'];

const formats = ['svg', 'png', 'pdf', 'vl.json'] as const;

/** The chart on show as a picture that stands alone, in the size and on the ground chosen. */
export function Pictures({ url, shapes }: { url: string; shapes: readonly PictureShape[] }) {
  const { t, f, lang } = useLanguage();
  const { dark } = useSurroundings();
  const [size, setSize] = useState<Size>('screen');
  const [ground, setGround] = useState<'light' | 'dark' | null>(null);
  const words = t.comparison.takeAway;
  const own = takeAwayWords[lang];
  const theme = ground ?? (dark ? 'dark' : 'light');
  return (
    <Group title={words.pictures}>
      <div>
        <Choice
          label={own.look}
          value={size}
          options={sizeNames.map((value) => ({ value, label: own.sizes[value] }))}
          onChoose={(value) => setSize(sizeNames.find((each) => each === value) ?? 'screen')}
        />
        <Choice
          label={own.ground}
          value={theme}
          options={(['light', 'dark'] as const).map((value) => ({
            value,
            label: own.themes[value],
          }))}
          onChoose={(value) => setGround(value === 'dark' ? 'dark' : 'light')}
        />
      </div>
      <ul>
        {shapes.map((shape) => (
          <li key={shape}>
            {f.text(words.shapes[shape])}
            {f.text(t.colon)}{' '}
            {formats.map((format, index) => (
              <span key={format}>
                {index > 0 && ', '}
                <a
                  href={pictureAddress(url, format, { lang, theme, shape, ...sizes[size] })}
                  download=""
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
