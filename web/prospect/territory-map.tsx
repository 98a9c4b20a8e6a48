import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { layMap } from '../../core/charts/outlines/layout.ts';
import { useLanguage } from '../context.ts';
import { keysOf } from '../names.ts';
import { middleOf, neighbour } from './territory-keys.ts';
import { territoryWords } from './territory-words.ts';

type LaidMap = ReturnType<typeof layOut>;

interface Props {
  chosen: readonly string[];
  onToggle(code: string): void;
}

/** The width that outlines are laid at; the drawing then takes the width of the page. */
const drawnWidth = 520;

function layOut() {
  const { places, insets, width, height } = layMap('department', drawnWidth, 'below');
  const paths = places.map(({ code, shape }, index) => ({
    id: `${code} ${index}`,
    code,
    path: shape.map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`).join(''),
  }));
  return {
    paths,
    insets,
    width,
    height,
    // Paris and its ring are drawn twice: arrows go by the enlarged ones, which come last.
    middles: new Map(places.map(({ code, shape }) => [code, middleOf(shape)])),
  };
}

/** Calls `act` with the place that the pointer is on, for one kind of event of the drawing. */
function usePlaces(
  drawing: RefObject<HTMLElement | null>,
  event: 'click' | 'pointerover' | 'pointerleave',
  act: (code: string | null) => void,
): void {
  useEffect(() => {
    const { current } = drawing;
    const hear = ({ target }: Event) =>
      act(target instanceof SVGElement ? (target.dataset.code ?? null) : null);
    current?.addEventListener(event, hear);
    return () => current?.removeEventListener(event, hear);
  });
}

function Drawing(props: { chosen: readonly string[]; focused: string | null; map: LaidMap }) {
  const { f, lang } = useLanguage();
  const { paths, insets, width, height } = props.map;
  const classOf = (code: string) =>
    [props.chosen.includes(code) && 'chosen', props.focused === code && 'focused']
      .filter(Boolean)
      .join(' ');
  return (
    <svg
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      role="img"
      aria-label={f.text(territoryWords(lang).map)}
    >
      {insets.map(({ label, ...box }) => {
        const isLast = box.left + box.width > width - 2;
        return (
          <g key={label}>
            <rect x={box.left} y={box.top} width={box.width} height={box.height} />
            <text
              x={isLast ? box.left + box.width : box.left}
              y={box.top - 4}
              text-anchor={isLast ? 'end' : 'start'}
            >
              {f.text(label)}
            </text>
          </g>
        );
      })}
      {paths.map(({ id, code, path }) => (
        <path key={id} d={path} class={classOf(code)} data-code={code} />
      ))}
    </svg>
  );
}

interface BoxesProps extends Props {
  map: LaidMap;
  /** The department that the keyboard is on; null when it is elsewhere. */
  onFocus(code: string | null): void;
}

/** A box for each department, which the map shows: one stop of the keyboard for all, arrows go from one to the next. */
function Boxes({ chosen, onToggle, map, onFocus }: BoxesProps) {
  const { f, lang } = useLanguage();
  const [current, setCurrent] = useState(chosen[0] ?? '75');
  const boxes = useRef<HTMLFieldSetElement>(null);
  const move = (event: KeyboardEvent, code: string) => {
    const next = neighbour(code, event.key, map.middles);
    if (next === null) return;
    event.preventDefault();
    boxes.current?.querySelector<HTMLInputElement>(`[value="${next}"]`)?.focus();
  };
  return (
    <fieldset ref={boxes} class="visually-hidden">
      <legend>{f.text(territoryWords(lang).map)}</legend>
      {keysOf.department.map((code) => (
        <input
          key={code}
          type="checkbox"
          value={code}
          aria-label={f.name('department', code)}
          checked={chosen.includes(code)}
          tabIndex={code === current ? 0 : -1}
          onChange={() => onToggle(code)}
          onKeyDown={(event) => move(event, code)}
          onFocus={() => {
            setCurrent(code);
            onFocus(code);
          }}
          onBlur={() => onFocus(null)}
        />
      ))}
    </fieldset>
  );
}

/** A map on which departments are chosen, by pointer or by keyboard; overseas and Paris in insets. */
export function TerritoryMap(props: Props) {
  const { chosen, onToggle } = props;
  const { f, lang } = useLanguage();
  const words = territoryWords(lang);
  const map = useMemo(layOut, []);
  const [focused, setFocused] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const drawing = useRef<HTMLDivElement>(null);
  usePlaces(drawing, 'click', (code) => {
    if (code === null) return;
    onToggle(code);
    // A finger has left by now: what it chose is named all the same.
    setPointed(code);
  });
  usePlaces(drawing, 'pointerover', setPointed);
  usePlaces(drawing, 'pointerleave', () => setPointed(null));
  const named = pointed ?? focused;
  return (
    <div class="territory-map">
      <Boxes {...props} map={map} onFocus={setFocused} />
      <div ref={drawing} aria-hidden="true">
        <Drawing chosen={chosen} focused={focused} map={map} />
      </div>
      <p class="readout note" aria-hidden="true">
        {named === null
          ? f.text(words.hint)
          : f.text(
              `${f.name('department', named)} (${named}), ${chosen.includes(named) ? words.chosen : words.notChosen}`,
            )}
      </p>
      <p class="note">{f.text(words.mapHelp)}</p>
    </div>
  );
}
