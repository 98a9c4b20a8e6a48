import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';

/** A text and the button that copies it; where a browser refuses, the text is selected instead. */
export function Copied({
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
