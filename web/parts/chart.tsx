import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage, useSurroundings } from '../context.ts';
import type { ChartRequest, Drawing } from '../draw.ts';
import { fetchSketch, type Sketch, sketchAddress, sketchWidth } from '../sketch.ts';

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
    observer.current = new ResizeObserver(() => setWidth(sketchWidth(node.clientWidth)));
    observer.current.observe(node);
  });
  return [follow.current, width];
}

interface Pointer {
  x: number;
  y: number;
}

/** Tells a chart that has just come under a pointer at rest where that pointer is. */
function pointAgain({ x, y }: Pointer): void {
  const under = document.elementFromPoint(x, y);
  under?.dispatchEvent(
    new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, view: window }),
  );
}

/**
 * What is on show of a chart, and where: the server's drawing first. The library that draws here, and the marks that
 * answer a pointer, come once `live`; or at once, for figures that the server does not draw.
 */
function useDrawing(
  { request, onPoint }: Pick<Props, 'request' | 'onPoint'>,
  width: number,
  pointer: { current: Pointer | null },
) {
  const { dark, provenance, lang } = useSurroundings();
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Drawing | Sketch | null>(null);
  /** The theme of the picture on show, which a change of theme outdates until the next is drawn. */
  const [drawnIn, setDrawnIn] = useState<'light' | 'dark' | null>(null);
  const [live, setLive] = useState(false);
  const [failed, setFailed] = useState(false);
  const theme = dark ? 'dark' : 'light';

  useEffect(() => {
    const container = place.current;
    if (width === 0 || container === null || provenance === null) return undefined;
    const address = live ? null : sketchAddress(request, { width, theme, lang });
    const controller = new AbortController();
    let drawn: Drawing | null = null;
    const put = (next: Drawing | Sketch) => {
      container.replaceChildren(next.element);
      setShown(next);
      setDrawnIn(theme);
    };
    const draw = async () => {
      const options = { language: lang, theme, width, framed: false, provenance } as const;
      const room = await import('../draw.ts');
      if (controller.signal.aborted) return;
      const next = await room.draw(request, options, onPoint);
      drawn = next;
      if (controller.signal.aborted) return next.remove();
      put(next);
      if (pointer.current !== null) pointAgain(pointer.current);
    };
    const work = address === null ? draw() : fetchSketch(address, controller.signal).then(put);
    work.catch(() => {
      if (controller.signal.aborted) return;
      if (address === null) setFailed(true);
      else setLive(true);
    });
    return () => {
      controller.abort();
      drawn?.remove();
    };
  }, [request, theme, provenance, lang, width, onPoint, live, pointer]);

  return { place, shown, drawnIn, failed, setLive };
}

/** A chart of an answer, at the width there is; its table twin is elsewhere on the page. */
export function Chart({ request, expected, pointed, onPoint }: Props) {
  const { t, f } = useLanguage();
  const [follow, width] = useWidth();
  const pointer = useRef<Pointer | null>(null);
  const drawing = useDrawing({ request, onPoint }, width, pointer);
  const { place, shown, setLive } = drawing;

  useEffect(() => {
    if (pointed !== null) setLive(true);
    if (shown !== null && 'focus' in shown) shown.focus(pointed);
  }, [shown, pointed, setLive]);

  // Heeded until the chart is drawn here: by then the pointer may be elsewhere than where it came in.
  const heed = ({ clientX, clientY }: PointerEvent) => {
    pointer.current = { x: clientX, y: clientY };
    setLive(true);
  };

  if (drawing.failed) return <p class="note">{f.text(t.chartFailed)}</p>;
  return (
    <div
      ref={follow}
      class="chart"
      data-theme={drawing.drawnIn}
      role="img"
      aria-label={shown?.description ?? f.text(t.chartLoading)}
      style={{ '--chart-height': `${shown?.height ?? expected}px` }}
      onPointerEnter={heed}
      onPointerMove={heed}
      onPointerLeave={() => {
        pointer.current = null;
      }}
    >
      <div ref={place} aria-hidden="true" />
    </div>
  );
}
