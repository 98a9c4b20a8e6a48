import type { TopLevelSpec } from 'vega-lite';

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const partsOf = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : []);

const layersOf = (spec: TopLevelSpec): Part[] => ('layer' in spec ? partsOf(spec.layer) : []);

const valuesOf = ({ data }: Part): Part[] => (isPart(data) ? partsOf(data.values) : []);

const nameOfMark = ({ mark }: Part): unknown => (isPart(mark) ? mark.type : mark);

/** Every text that a specification draws, joined in its order: a wrapped sentence is whole again. */
export const drawnTexts = (spec: TopLevelSpec): string =>
  layersOf(spec)
    .filter((layer) => nameOfMark(layer) === 'text')
    .flatMap(valuesOf)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join(' ');

/** The axis of each layer of bars, from where to where; one laid out in pixels has none. */
export const scalesOfBars = (spec: TopLevelSpec): [number, number][] =>
  layersOf(spec)
    .filter((layer) => ['bar', 'rect'].includes(String(nameOfMark(layer))))
    .flatMap(({ encoding }) => {
      const x = isPart(encoding) ? encoding.x : undefined;
      const scale = isPart(x) ? x.scale : undefined;
      const domain: unknown = isPart(scale) ? scale.domain : undefined;
      if (!Array.isArray(domain)) return [];
      return [[Number(domain[0]), Number(domain.at(-1))]];
    });
