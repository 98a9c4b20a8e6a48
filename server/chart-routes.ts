import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RawQuery } from '../core/contract/parse-query.ts';
import { meta } from '../warehouse/answers/catalogue.ts';
import type { WarehouseStore } from '../warehouse/lifecycle.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { restorePlus } from './answer-routes.ts';
import { type ByteCache, type Entry, entryOf, keptAs, shownAs } from './byte-cache.ts';
import { canonical } from './canonical.ts';
import { writeArchive } from './chart-archive.ts';
import { sketchFormat } from './chart-view.ts';
import { registerEmbeds } from './embed-routes.ts';
import { nameFile } from './file-name.ts';
import { pageOfChart } from './page-chart.ts';
import { type AskedPicture, answerPicture, askPicture } from './picture.ts';
import { searchOf } from './seals/address.ts';
import { sealSpec } from './seals/json-seal.ts';
import { sealPng } from './seals/png-seal.ts';
import { sealOf } from './seals/seal.ts';
import { sealSvg } from './seals/svg-seal.ts';
import { sendEntry } from './send-entry.ts';

export interface ChartParts {
  readonly store: WarehouseStore;
  readonly cache: ByteCache;
  /** Where the API begins: `/api/v1`. */
  readonly apiRoot: string;
}

/** An SVG opened on its own may use the fonts it carries, and nothing else. */
const pictureSecurity = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox";

/**
 * A picture as a file, sealed with where it comes from. The renderers are large: they are loaded with the first
 * picture, not with the server.
 */
export async function writePicture(
  warehouse: Warehouse,
  asked: AskedPicture,
  apiRoot: string,
): Promise<Entry> {
  const { answer, draw } = await answerPicture(warehouse, asked);
  const { name, format, picture, view } = asked;
  const { chart, zoom } = draw(picture);
  const about = meta(warehouse);
  const language = picture.lang ?? 'fr';
  const address = `${apiRoot}/charts/${name}.${format}?${searchOf({ ...view.query, ...picture })}`;
  if (format === 'zip') {
    const { query } = view;
    const page = pageOfChart(name, { ...query, shape: picture.shape }, language);
    const slug = nameFile({ view: name, query, answer, language });
    const parts = { slug, view: name, query, answer, chart, address, page, language, meta: about };
    return entryOf('application/zip', writeArchive(parts), keptAs(`${slug}.zip`));
  }
  if (format === sketchFormat) {
    const { renderSketch } = await import('./render-chart.ts');
    return entryOf('image/svg+xml; charset=utf-8', Buffer.from(await renderSketch(chart)));
  }
  const seal = sealOf(chart, address, about);
  const called = nameFile({ view: name, query: view.query, answer, language, picture });
  const shown = shownAs(`${called}.${format}`);
  if (format === 'vl.json') {
    const spec = JSON.stringify(sealSpec(chart.spec, seal));
    return entryOf('application/json; charset=utf-8', Buffer.from(spec), shown);
  }
  if (format === 'pdf') {
    const { renderPdf } = await import('./pdf/render-pdf.ts');
    return entryOf('application/pdf', await renderPdf({ chart, zoom, language, seal }), shown);
  }
  const { renderPng, renderSvg } = await import('./render-chart.ts');
  if (format === 'png') {
    return entryOf('image/png', sealPng(await renderPng(chart.spec, zoom), seal), shown);
  }
  const svg = sealSvg(await renderSvg(chart, zoom, language), seal);
  return entryOf('image/svg+xml; charset=utf-8', Buffer.from(svg), shown);
}

/**
 * Registers `/charts/{view}.svg|png|pdf|zip|vl.json`: the view's answer drawn as a picture that stands alone, with title,
 * source, date and notice inside; drawn once a version and query. And with them their embeds.
 */
export function registerCharts(app: FastifyInstance, { store, cache, apiRoot }: ChartParts): void {
  registerEmbeds(app, { store, apiRoot });
  app.get(
    `${apiRoot}/charts/:file`,
    async (request: FastifyRequest<{ Params: { file: string } }>, reply: FastifyReply) => {
      const raw = restorePlus(request.query as RawQuery);
      const asked = askPicture(request.params.file, raw);
      const { name, format, picture, view } = asked;
      return store.lease(async (warehouse) => {
        const key = `${warehouse.version} charts/${name}.${format} ${canonical([picture, view.query])}`;
        const entry = await cache.get(key, () => writePicture(warehouse, asked, apiRoot));
        reply.header('cross-origin-resource-policy', 'cross-origin');
        if (format.endsWith('svg')) reply.header('content-security-policy', pictureSecurity);
        return sendEntry(request, reply, cache, entry);
      });
    },
  );
}
