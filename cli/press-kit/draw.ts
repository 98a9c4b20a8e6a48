import type { Chart } from '../../core/charts/chart.ts';
import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import type { Language } from '../../core/format/language.ts';
import { apiRoot } from '../../server/answer-routes.ts';
import { writePicture } from '../../server/chart-routes.ts';
import { sealedCsv } from '../../server/formats/sealed-csv.ts';
import { type AnswerView, tabulate } from '../../server/formats/table.ts';
import { pageOfChart } from '../../server/page-chart.ts';
import { answerPicture, askPicture } from '../../server/picture.ts';
import { searchOf } from '../../server/seals/address.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { Piece } from './pieces.ts';

/** A file of the kit, not yet written. */
export interface KitFile {
  readonly name: string;
  readonly body: Buffer;
  /** What it is, in words. */
  readonly what: string;
  /** Where the very same file is on a server; only of what carries no seal. */
  readonly address?: string;
}

/** A piece drawn: its chart's words, its files, and where the same is on a server. */
export interface DrawnPiece {
  readonly piece: Piece;
  readonly chart: Chart;
  readonly files: readonly KitFile[];
  /** The chart's figures in the API, and the page of the site about it. */
  readonly address: string;
  readonly page: string;
}

/** A piece's picture as SVG and PNG, sealed as the server seals them, and its figures as CSV. */
export async function drawPiece(
  warehouse: Warehouse,
  piece: Piece,
  place: number,
  { language, meta, figures }: { language: Language; meta: MetaAnswer; figures: string },
): Promise<DrawnPiece> {
  const base = `${String(place + 1).padStart(2, '0')}-${piece.slug}`;
  const raw = {
    ...piece.query,
    ...(language === 'fr' ? {} : { lang: language }),
    ...(piece.shape === 'map' ? { shape: 'map' } : {}),
  };
  const ask = (format: 'svg' | 'png') => askPicture(`${piece.view}.${format}`, raw);
  const { answer, draw } = await answerPicture(warehouse, ask('svg'));
  const { chart } = draw(ask('svg').picture);
  const picture = async (format: 'svg' | 'png'): Promise<KitFile> => {
    const { bodies } = await writePicture(warehouse, ask(format), apiRoot);
    const body = bodies.get('identity') ?? Buffer.alloc(0);
    return { name: `${base}.${format}`, body, what: chart.title };
  };
  const table = tabulate(piece.view as AnswerView, answer, meta.origin, language);
  const lang = language === 'fr' ? {} : { lang: language };
  const csvAddress = `${apiRoot}/${piece.view}?${searchOf({ ...piece.query, format: 'csv-fr', ...lang })}`;
  const made = { version: meta.version, address: csvAddress };
  const csv = Buffer.from(sealedCsv(table, made), 'utf8');
  return {
    piece,
    chart,
    files: [
      await picture('svg'),
      await picture('png'),
      { name: `${base}.csv`, body: csv, what: figures, address: csvAddress },
    ],
    address: `${apiRoot}/${piece.view}?${searchOf(piece.query)}`,
    page: pageOfChart(piece.view, ask('svg').view.query, language),
  };
}
