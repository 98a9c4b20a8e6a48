import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChartOptions } from '../core/charts/chart.ts';
import { parseQuery, type RawQuery } from '../core/contract/parse-query.ts';
import { notFound } from '../core/contract/problem.ts';
import { meta } from '../warehouse/answers/catalogue.ts';
import type { WarehouseStore } from '../warehouse/lifecycle.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { canonical, restorePlus } from './answer-routes.ts';
import { type ByteCache, type Entry, entryOf } from './byte-cache.ts';
import { type SizedChart, sizeChart } from './chart-size.ts';
import {
  type AskedView,
  askView,
  type PictureFormat,
  pictureFormats,
  viewNames,
} from './chart-view.ts';
import { PictureQuery } from './picture-query.ts';
import { sendEntry } from './send-entry.ts';

export interface ChartParts {
  readonly store: WarehouseStore;
  readonly cache: ByteCache;
  /** Where the API begins: `/api/v1`. */
  readonly apiRoot: string;
}

interface Asked {
  readonly name: string;
  readonly format: PictureFormat;
  readonly picture: PictureQuery;
  readonly view: AskedView;
}

/** An SVG opened on its own may use the fonts it carries, and nothing else. */
const pictureSecurity = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox";

const pictureNames = (): string[] =>
  viewNames.flatMap((view) => pictureFormats.map((format) => `${view}.${format}`));

function readFileName(file: string): { name: string; format: PictureFormat } {
  const [, name = '', ending = ''] = /^([a-z]+)\.(.+)$/.exec(file) ?? [];
  const format = pictureFormats.find((each) => each === ending);
  if (format === undefined || !viewNames.includes(name)) {
    throw notFound('view', `Aucune image ne s'appelle « ${file} ».`, pictureNames());
  }
  return { name, format };
}

function readRequest(request: FastifyRequest<{ Params: { file: string } }>): Asked {
  const { name, format } = readFileName(request.params.file);
  const { width, height, lang, theme, shape, ...rest } = restorePlus(request.query as RawQuery);
  const picture = parseQuery(PictureQuery, { width, height, lang, theme, shape });
  return { name, format, picture, view: askView(name, rest, picture.shape) };
}

function optionsOf(warehouse: Warehouse, picture: PictureQuery): ChartOptions {
  const { width = 800, height, lang = 'fr', theme = 'light' } = picture;
  return {
    language: lang,
    theme,
    width,
    ...(height === undefined ? {} : { height }),
    framed: true,
    provenance: meta(warehouse),
  };
}

/** The renderers are large: they are loaded with the first picture, not with the server. */
async function write({ chart, zoom }: SizedChart, format: PictureFormat): Promise<Entry> {
  if (format === 'vl.json') {
    return entryOf('application/json; charset=utf-8', Buffer.from(JSON.stringify(chart.spec)));
  }
  const { renderPng, renderSvg } = await import('./render-chart.ts');
  if (format === 'png') return entryOf('image/png', await renderPng(chart.spec, zoom));
  const svg = await renderSvg(chart, zoom);
  return entryOf('image/svg+xml; charset=utf-8', Buffer.from(svg));
}

/**
 * Registers `/charts/{view}.svg|png|vl.json`: the view's answer drawn as a picture that stands alone, with title,
 * source, date and notice inside; drawn once a version and query.
 */
export function registerCharts(app: FastifyInstance, { store, cache, apiRoot }: ChartParts): void {
  app.get(
    `${apiRoot}/charts/:file`,
    async (request: FastifyRequest<{ Params: { file: string } }>, reply: FastifyReply) => {
      const { name, format, picture, view } = readRequest(request);
      return store.lease(async (warehouse) => {
        const key = `${warehouse.version} charts/${name}.${format} ${canonical([picture, view.query])}`;
        const entry = await cache.get(key, async () => {
          const draw = await view.answer(warehouse);
          return write(sizeChart(draw, optionsOf(warehouse, picture)), format);
        });
        if (format === 'svg') reply.header('content-security-policy', pictureSecurity);
        return sendEntry(request, reply, cache, entry);
      });
    },
  );
}
