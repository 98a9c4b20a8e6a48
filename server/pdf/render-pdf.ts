import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { Chart } from '../../core/charts/chart.ts';
import type { Language } from '../../core/format/language.ts';
import { drawVega, fontFiles } from '../render-chart.ts';
import { sealPdf, unsealedInfo } from '../seals/pdf-seal.ts';
import type { Seal } from '../seals/seal.ts';
import { drawSvg } from './draw-svg.ts';

/** Points of a page for a pixel of a picture: 72 and 96 to the inch. */
const POINTS = 0.75;

export interface PdfParts {
  readonly chart: Chart;
  readonly zoom: number;
  readonly language: Language;
  readonly seal: Omit<Seal, 'drawing'>;
}

/** The document's words about itself; its date is the warehouse's, so that the same figures have the same bytes. */
const infoOf = ({ chart, seal }: PdfParts): PDFKit.DocumentInfo => {
  const builtAt = new Date(seal.builtAt);
  const date = Number.isNaN(builtAt.getTime()) ? new Date(0) : builtAt;
  return {
    Title: chart.title,
    Author: 'Numoscope',
    Subject: chart.subtitle,
    Keywords: [seal.licence, chart.source, seal.address].join(' | '),
    Creator: 'Numoscope',
    Producer: 'Numoscope, PDFKit',
    CreationDate: date,
    ModDate: date,
    ...unsealedInfo(seal),
  };
};

async function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  document.end();
  for await (const part of document) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/**
 * The chart as a PDF of one page of its own size: shapes and selectable text, fonts inside (the characters used), an
 * alternative text for screen readers, sealed like a picture.
 */
export async function renderPdf(parts: PdfParts): Promise<Buffer> {
  const { chart, zoom, language } = parts;
  const scale = zoom * POINTS;
  const svg = await drawVega(chart.spec);
  const [, width = '0', height = '0'] =
    /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const document = new PDFDocument({
    size: [Number(width) * scale, Number(height) * scale],
    margin: 0,
    lang: language,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: infoOf(parts),
  });
  for (const [weight, file] of fontFiles) document.registerFont(String(weight), readFileSync(file));
  const draw = (): void => {
    document.save().scale(scale);
    // The font has no narrow no-break space.
    drawSvg(svg.replaceAll('\u202f', '\u00a0'), document);
    document.restore();
  };
  document.addStructure(
    document.struct('Document', {}, [
      document.struct('Figure', { alt: chart.description, title: chart.title }, draw),
    ]),
  );
  return sealPdf(await bytesOf(document));
}
