import { useId } from 'preact/hooks';
import { useLanguage } from '../context.ts';

export interface Option {
  value: string;
  label: string;
}

/** A labelled native list. */
export function Choice(props: {
  label: string;
  value: string;
  options: readonly Option[];
  /** The language of the options, when it is not the page's. */
  lang?: string;
  onChoose(value: string): void;
}) {
  const { f } = useLanguage();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{f.text(props.label)}</label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} lang={props.lang} selected={value === props.value}>
            {f.text(label)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Boxes to tick, named together; `lang` when their labels are not in the language of the page. */
export function Ticks(props: {
  legend: string;
  options: readonly Option[];
  ticked: readonly string[];
  lang?: string;
  onChange(ticked: string[]): void;
}) {
  const { f } = useLanguage();
  const toggle = (value: string, on: boolean) =>
    props.onChange(
      props.options
        .map((option) => option.value)
        .filter((known) => (known === value ? on : props.ticked.includes(known))),
    );
  return (
    <fieldset class="ticks">
      <legend>{f.text(props.legend)}</legend>
      <div class="tick-list">
        {props.options.map(({ value, label }) => (
          <label
            key={value}
            class="tick"
            {...(props.lang === undefined ? {} : { lang: props.lang })}
          >
            <input
              type="checkbox"
              checked={props.ticked.includes(value)}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <span>{f.text(label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of several, each read whole whatever its length: a closed list would cut a long answer. */
export function OneOf(props: {
  legend: string;
  value: string;
  options: readonly Option[];
  /** The language of the options, when it is not the page's. */
  lang?: string;
  onChoose(value: string): void;
}) {
  const { f } = useLanguage();
  const name = useId();
  return (
    <fieldset class="ticks one-of">
      <legend>{f.text(props.legend)}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} class="tick" {...(props.lang === undefined ? {} : { lang: props.lang })}>
          <input
            type="radio"
            name={name}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          <span>{f.text(label)}</span>
        </label>
      ))}
    </fieldset>
  );
}
