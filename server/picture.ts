import type { ChartOptions } from '../core/charts/chart.ts';
import { parseQuery, type RawQuery } from '../core/contract/parse-query.ts';
import { notFound } from '../core/contract/problem.ts';
import { meta } from '../warehouse/answers/catalogue.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type SizedChart, sizeChart } from './chart-size.ts';
import {
  type Answered,
  type AskedView,
  askView,
  type PictureFormat,
  pictureFormats,
  sketchFormat,
  viewNames,
} from './chart-view.ts';
import { PictureQuery } from './picture-query.ts';
import { nothing } from './problem-words.ts';

/** A picture asked for and checked. */
export interface AskedPicture {
  readonly name: string;
  readonly format: PictureFormat | typeof sketchFormat;
  readonly picture: PictureQuery;
  readonly view: AskedView;
}

const pictureNames = (): string[] =>
  viewNames.flatMap((view) => pictureFormats.map((format) => `${view}.${format}`));

function readFileName(file: string): Pick<AskedPicture, 'name' | 'format'> {
  const [, name = '', ending = ''] = /^([a-z]+)\.(.+)$/.exec(file) ?? [];
  const format = ([...pictureFormats, sketchFormat] as const).find((each) => each === ending);
  if (format === undefined || !viewNames.includes(name)) {
    throw notFound('view', nothing.picture(file), pictureNames());
  }
  return { name, format };
}

/**
 * Reads a picture's file name (`crosstab.png`) and its parameters.
 * @throws ProblemError for an unknown name or a bad parameter.
 */
export function askPicture(file: string, raw: RawQuery): AskedPicture {
  const { name, format } = readFileName(file);
  const { width, height, lang, theme, shape, ...rest } = raw;
  const picture = parseQuery(PictureQuery, { width, height, lang, theme, shape });
  return { name, format, picture, view: askView(name, rest, picture.shape) };
}

function optionsOf(warehouse: Warehouse, picture: PictureQuery, framed: boolean): ChartOptions {
  const { width = 800, height, lang = 'fr', theme = 'light' } = picture;
  return {
    language: lang,
    theme,
    width,
    ...(height === undefined ? {} : { height }),
    framed,
    provenance: meta(warehouse),
  };
}

/** What a picture shows, and how it is drawn at any size, in any language. */
export interface AnsweredPicture {
  readonly answer: Answered['answer'];
  draw(picture: PictureQuery): SizedChart;
}

/** Asks the warehouse once. */
export async function answerPicture(
  warehouse: Warehouse,
  { view, format }: AskedPicture,
): Promise<AnsweredPicture> {
  const { answer, draw } = await view.answer(warehouse);
  const framed = format !== sketchFormat;
  return { answer, draw: (picture) => sizeChart(draw, optionsOf(warehouse, picture, framed)) };
}

/** Draws a picture from the warehouse: the chart, its words and table, and how far to enlarge it. */
export async function drawPicture(warehouse: Warehouse, asked: AskedPicture): Promise<SizedChart> {
  return (await answerPicture(warehouse, asked)).draw(asked.picture);
}
