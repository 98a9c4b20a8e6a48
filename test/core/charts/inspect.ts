import { None, parse, View, Warn } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import type { Chart } from '../../../core/charts/chart.ts';
import { advances } from '../../../core/charts/font-advances.ts';
import { measureText } from '../../../core/charts/text.ts';

/** A text as drawn: its words and its box in the picture. */
export interface DrawnText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Drawn {
  svg: string;
  warnings: string[];
  texts: DrawnText[];
  width: number;
  height: number;
}

function listener(warnings: string[]) {
  const note = (...messages: readonly unknown[]) => {
    warnings.push(messages.join(' '));
    return logger;
  };
  const quiet = () => logger;
  const logger = { level: () => logger, warn: note, error: note, info: quiet, debug: quiet };
  return logger;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const plain = (xml: string): string =>
  xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

function boxOf(tag: string, words: string, originX: number, originY: number): DrawnText {
  const [, x = '0', y = '0'] = /translate\(([-\d.e]+),([-\d.e]+)\)/.exec(tag) ?? [];
  const size = Number.parseFloat(attribute(tag, 'font-size'));
  const width = measureText(
    plain(words),
    size,
    attribute(tag, 'font-weight') === '600' ? 600 : 400,
  );
  const anchor = attribute(tag, 'text-anchor');
  const start = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0;
  const left = originX + Number(x) - start;
  const base = originY + Number(y);
  if (/rotate\(-90\)/.test(tag)) {
    const [line, bottom] = [originX + Number(x), base + start];
    return {
      text: plain(words),
      left: line - size * 0.75,
      right: line + size * 0.25,
      top: bottom - width,
      bottom,
    };
  }
  return {
    text: plain(words),
    left,
    right: left + width,
    top: base - size * 0.75,
    bottom: base + size * 0.25,
  };
}

/** Compiles a chart, draws it with the interpreter that a strict content policy asks for, and reads what came. */
export async function drawn(chart: Chart): Promise<Drawn> {
  const warnings: string[] = [];
  const logger = listener(warnings);
  const { spec } = compile(chart.spec, { logger });
  const runtime = parse(spec, undefined, { ast: true });
  const view = new View(runtime, { expr: expressionInterpreter, renderer: 'none', logLevel: None });
  view.logger(logger).logLevel(Warn);
  const svg = await view.toSVG();
  view.finalize();
  const [, width = '0', height = '0'] =
    /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [, x = '0', y = '0'] = /<g fill="none"[^>]*translate\(([\d.]+),([\d.]+)\)/.exec(svg) ?? [];
  const texts = [...svg.matchAll(/(<text[^>]*>)([^<]*)<\/text>/g)].map(([, tag = '', words = '']) =>
    boxOf(tag, words, Number(x), Number(y)),
  );
  return { svg, warnings, texts, width: Number(width), height: Number(height) };
}

/** Texts whose boxes share more than a hair: `a | b`. */
export function overlaps(texts: readonly DrawnText[]): string[] {
  const crossing = (a: DrawnText, b: DrawnText): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (crossing(a, b) ? [`${a.text} | ${b.text}`] : [])),
  );
}

const glyphs = new Set([...advances[400].flatMap(([, characters]) => [...characters]), '\u202f']);

/** Characters that the font of the pictures cannot draw. */
export function unknownGlyphs(texts: readonly DrawnText[]): string[] {
  return [...new Set(texts.flatMap(({ text }) => [...text]))].filter((each) => !glyphs.has(each));
}
