import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { misread } from '../core/contract/misread.ts';
import type { RawQuery } from '../core/contract/parse-query.ts';
import { badParameter } from '../core/contract/problem.ts';
import { meta } from '../warehouse/answers/catalogue.ts';
import type { WarehouseStore } from '../warehouse/lifecycle.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { restorePlus } from './answer-routes.ts';
import { type Standing, writeEmbedFailure, writeEmbedPage } from './embed-page.ts';
import { originOf } from './origin.ts';
import { chartOfPage, pageOfChart } from './page-chart.ts';
import { answerPicture, askPicture } from './picture.ts';
import { unformed } from './problem-words.ts';
import { answerProblem } from './problems.ts';
import { languageOfReader } from './reader-language.ts';
import { readSearch, searchOf } from './seals/address.ts';
import {
  belowPicture,
  embedAddress,
  figuresMark,
  iframeOf,
  type Shared,
  shareOf,
} from './share.ts';

export interface EmbedParts {
  readonly store: WarehouseStore;
  readonly apiRoot: string;
}

/** Any site may frame an embed, which itself may load nothing but its own picture, style and script. */
const embedSecurity =
  "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** The widths a framed chart is drawn in: on a phone, in columns of text, in a wide one; it fills its frame up to `widest`. */
const widths = [340, 560, 680, 800];
const widest = 960;
const thumbnail = { width: 1200, height: 628 };

interface Marks {
  version: string | null;
  figures: string | null;
  frozen: boolean;
}

const one = (value: RawQuery[string]): string | null => (typeof value === 'string' ? value : null);

function readMarks({ version, figures, frozen, ...raw }: RawQuery): {
  marks: Marks;
  raw: RawQuery;
} {
  if (frozen !== undefined && frozen !== 'yes') {
    throw badParameter('frozen', unformed.frozen, ['yes']);
  }
  return { marks: { version: one(version), figures: one(figures), frozen: frozen === 'yes' }, raw };
}

async function share(
  warehouse: Warehouse,
  view: string,
  raw: RawQuery,
  { origin, apiRoot }: { origin: string; apiRoot: string },
): Promise<Shared & { heightAt: (width: number) => number }> {
  const asked = askPicture(`${view}.svg`, raw);
  const { draw } = await answerPicture(warehouse, asked);
  const { chart } = draw(asked.picture);
  const { height: _, ...picture } = asked.picture;
  const heightAt = (width: number): number => Math.ceil(draw({ ...picture, width }).chart.height);
  const language = asked.picture.lang ?? 'fr';
  const query = { ...asked.view.query, ...asked.picture };
  const { shape } = asked.picture;
  const page = pageOfChart(view, { ...asked.view.query, shape }, language);
  // Each picture is enlarged until the next takes its place, or the widest is as wide as it gets.
  const grown = (width: number, place: number): number =>
    Math.ceil((heightAt(width) * (widths[place + 2] ?? widest)) / width);
  const tallest = Math.max(...widths.slice(1).map(grown));
  const about = { chart, view, query, page, tallest };
  return { ...about, origin, apiRoot, language, meta: meta(warehouse), heightAt };
}

function standingOf({ figures, frozen }: Marks, shared: Shared): Standing {
  if (figures === null || figures === figuresMark(shared.chart)) return 'as-embedded';
  return frozen ? 'withheld' : 'revised';
}

async function embedPage(warehouse: Warehouse, view: string, query: RawQuery, parts: EmbedParts) {
  const { marks, raw } = readMarks(query);
  const shared = await share(warehouse, view, raw, { origin: '', apiRoot: parts.apiRoot });
  const { height: _, ...rest } = raw;
  const pictures = widths.map((width) => ({
    width,
    height: shared.heightAt(width),
    address: `${parts.apiRoot}/charts/${view}.svg?${searchOf({ ...rest, width })}`,
  }));
  return writeEmbedPage({
    chart: shared.chart,
    language: shared.language,
    standing: standingOf(marks, shared),
    version: marks.version,
    pictures,
    page: shared.page,
    theme: one(raw.theme) ?? 'light',
  });
}

/** The chart that an oEmbed consumer's `url` is of: an embed's own address, or a page of the site. */
function chartOfUrl(url: string): { view: string; raw: RawQuery; frozen: boolean } {
  const { path, query } = readSearch(url);
  const [, view] = /^\/embed\/([a-z]+)$/.exec(path) ?? [];
  if (view !== undefined) {
    const { marks, raw } = readMarks(query);
    return { view, raw, frozen: marks.frozen };
  }
  const chart = chartOfPage(url);
  if (chart === null) throw badParameter('url', unformed.notAChart);
  const lang = one(query.lang);
  return {
    view: chart.view,
    raw: { ...chart.raw, ...(lang === null ? {} : { lang }) },
    frozen: false,
  };
}

async function oembed(warehouse: Warehouse, raw: RawQuery, origin: string, apiRoot: string) {
  const url = one(raw.url);
  if (url === null) throw badParameter('url', misread.required('url'));
  if (raw.format !== undefined && raw.format !== 'json') {
    throw badParameter('format', unformed.jsonOnly, ['json']);
  }
  const asked = chartOfUrl(url);
  const most = Number(one(raw.maxwidth) ?? 800);
  const shared = await share(warehouse, asked.view, asked.raw, { origin, apiRoot });
  const width = Number.isFinite(most) && most > 0 ? Math.min(800, most) : 800;
  const picture = `${origin}${apiRoot}/charts/${asked.view}.png?${searchOf({ ...asked.raw, ...thumbnail })}`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Numoscope',
    provider_url: origin,
    title: shared.chart.title,
    width,
    height: shared.tallest + belowPicture,
    html: iframeOf(embedAddress(shared, asked.frozen), shared),
    thumbnail_url: picture,
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
  };
}

type ViewRequest = FastifyRequest<{ Params: { view: string } }>;

const queryOf = (request: FastifyRequest): RawQuery => restorePlus(request.query as RawQuery);

const open = (reply: FastifyReply): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, max-age=0, must-revalidate');

const frame = (reply: FastifyReply): FastifyReply =>
  open(reply)
    .header('content-security-policy', embedSecurity)
    .header('cross-origin-resource-policy', 'cross-origin')
    .removeHeader('cross-origin-opener-policy')
    .type('text/html; charset=utf-8');

/** Why there is no chart, to the readers of the page that frames it; a program is answered as everywhere else. */
function frameProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers.accept?.includes('text/html') !== true) throw error;
  const ground = queryOf(request).theme === 'dark' ? 'dark' : 'light';
  const framed = frame(reply);
  const { detail } = answerProblem(error, request, framed);
  return framed.send(writeEmbedFailure(detail, languageOfReader(request), ground));
}

/**
 * Registers `/embed/{view}` (a chart for a foreign page's frame, without cookies), `/share/{view}` (citation and embed
 * codes) and `/oembed`. An embed's address may carry `figures`, `version` and `frozen`: what it showed when placed.
 */
export function registerEmbeds(app: FastifyInstance, parts: EmbedParts): void {
  const { store, apiRoot } = parts;
  app.get('/embed/:view', async (request: ViewRequest, reply) => {
    const { view } = request.params;
    try {
      const page = await store.lease((it) => embedPage(it, view, queryOf(request), parts));
      return frame(reply).send(page);
    } catch (error) {
      return frameProblem(error, request, reply);
    }
  });
  app.get('/share/:view', async (request: ViewRequest, reply) => {
    const site = { origin: originOf(request), apiRoot };
    const shared = await store.lease((warehouse) =>
      share(warehouse, request.params.view, queryOf(request), site),
    );
    return open(reply).send(shareOf(shared));
  });
  app.get('/oembed', async (request: FastifyRequest, reply) => {
    const raw = request.query as RawQuery;
    return open(reply).send(
      await store.lease((warehouse) => oembed(warehouse, raw, originOf(request), apiRoot)),
    );
  });
}
