import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage, useSurroundings } from '../context.ts';
import type { ChartRequest, Drawing } from '../draw.ts';

interface Props {
  request: ChartRequest;
  /** The height to keep free until the chart is there, in pixels. */
  expected: number;
  pointed: string | null;
  onPoint(key: string | null): void;
}

function useWidth(): [(node: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const follow = useRef((node: HTMLElement | null) => {
    observer.current?.disconnect();
    if (node === null) return;
    observer.current = new ResizeObserver(() => setWidth(Math.floor(node.clientWidth)));
    observer.current.observe(node);
  });
  return [follow.current, width];
}

/** A chart of an answer, drawn at the width there is; its table twin is elsewhere on the page. */
export function Chart({ request, expected, pointed, onPoint }: Props) {
  const { dark, provenance } = useSurroundings();
  const { t, f, lang } = useLanguage();
  const [follow, width] = useWidth();
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const container = place.current;
    if (width === 0 || container === null || provenance === null) return undefined;
    let current = true;
    let drawn: Drawing | null = null;
    const theme = dark ? 'dark' : 'light';
    const options = { language: lang, theme, width, framed: false, provenance } as const;
    import('../draw.ts')
      .then(({ draw }) => {
        if (!current) return null;
        return draw(request, options, onPoint);
      })
      .then(
        (next) => {
          if (next === null) return;
          drawn = next;
          if (!current) return next.remove();
          container.replaceChildren(next.element);
          setDrawing(next);
        },
        () => current && setFailed(true),
      );
    return () => {
      current = false;
      drawn?.remove();
    };
  }, [request, dark, provenance, lang, width, onPoint]);

  useEffect(() => drawing?.focus(pointed), [drawing, pointed]);

  if (failed) return <p class="note">{f.text(t.chartFailed)}</p>;
  return (
    <div
      ref={follow}
      class="chart"
      data-theme={dark ? 'dark' : 'light'}
      role="img"
      aria-label={drawing?.description ?? f.text(t.chartLoading)}
      style={{ minHeight: `${drawing?.height ?? expected}px` }}
    >
      <div ref={place} aria-hidden="true" />
    </div>
  );
}
