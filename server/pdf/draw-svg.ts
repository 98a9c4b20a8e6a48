import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Attributes, dashesOf, movesOf, numberOf, referenceOf } from './svg-attributes.ts';

export type Page = PDFKit.PDFDocument;

/** Elements that hold no shape: words for screen readers, fonts, the seal. */
const unseen = new Set(['title', 'desc', 'metadata', 'style']);
/** What an element takes from those around it when it does not say. */
const inherited = ['fill', 'stroke', 'stroke-width', 'font-size', 'font-weight', 'text-anchor'];

function applyMoves(page: Page, transform: string | undefined): void {
  for (const { name, x, y } of movesOf(transform)) {
    if (name === 'translate') page.translate(x, y ?? 0);
    else if (name === 'rotate') page.rotate(x);
    else page.scale(x, y ?? x);
  }
}

/** Adds the outline of an element to the page; false when it is no shape. */
function outline(page: Page, name: string, given: Attributes): boolean {
  const at = (key: string): number => numberOf(given[key], 0);
  if (name === 'rect') page.rect(at('x'), at('y'), at('width'), at('height'));
  else if (name === 'line') page.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2'));
  else if (name === 'path' && (given.d ?? '') !== '') page.path(given.d ?? '');
  else return false;
  return true;
}

const isPaint = (colour: string | undefined): colour is string =>
  colour !== undefined && colour !== 'none' && colour !== 'transparent';

function drawShape(page: Page, name: string, style: Attributes): void {
  const fill = name === 'line' || !isPaint(style.fill) ? null : style.fill;
  const stroke = isPaint(style.stroke) ? style.stroke : null;
  if ((fill === null && stroke === null) || !outline(page, name, style)) return;
  const opacity = numberOf(style.opacity, 1);
  page.fillOpacity(opacity * numberOf(style['fill-opacity'], 1));
  page.strokeOpacity(opacity * numberOf(style['stroke-opacity'], 1));
  page.lineWidth(numberOf(style['stroke-width'], 1));
  const dashes = dashesOf(style['stroke-dasharray']);
  if (dashes.length > 0) page.dash(dashes[0] ?? 1, { space: dashes[1] ?? 1 });
  if (fill !== null && stroke !== null) page.fillAndStroke(fill, stroke);
  else if (fill !== null) page.fill(fill);
  else if (stroke !== null) page.stroke(stroke);
}

function drawText(page: Page, text: string, style: Attributes): void {
  if (text.trim() === '' || !isPaint(style.fill)) return;
  page.font(style['font-weight'] === '600' ? '600' : '400', numberOf(style['font-size'], 14));
  const width = page.widthOfString(text);
  const shift = { middle: width / 2, end: width }[style['text-anchor'] ?? ''] ?? 0;
  page.fillOpacity(numberOf(style.opacity, 1)).fillColor(style.fill);
  page.text(text, numberOf(style.x, 0) - shift, numberOf(style.y, 0), {
    lineBreak: false,
    baseline: 'alphabetic',
  });
}

/** Reads a drawing from its first element to its last, each drawn when it opens, or, for a text, when it closes. */
class Drawer {
  private readonly styles: Attributes[] = [];
  private readonly clips = new Map<string, Attributes>();
  private clip: string | null = null;
  private hidden = 0;
  private text = '';

  constructor(private readonly page: Page) {}

  open({ name, attributes }: SaxesTagPlain): void {
    if (this.hidden > 0 || unseen.has(name) || attributes.display === 'none') {
      this.hidden += 1;
      return;
    }
    const around = this.styles.at(-1) ?? { fill: '#000000' };
    const kept = inherited.flatMap((key) =>
      around[key] === undefined ? [] : [[key, around[key]]],
    );
    const style: Attributes = { ...Object.fromEntries(kept), ...attributes };
    this.styles.push(style);
    this.page.save();
    if (name === 'clipPath') this.clip = attributes.id ?? null;
    if (this.clip !== null) {
      if (name !== 'clipPath') this.clips.set(this.clip, { ...attributes, element: name });
      return;
    }
    this.clipTo(referenceOf(attributes['clip-path']));
    applyMoves(this.page, attributes.transform);
    if (name === 'text') this.text = '';
    else drawShape(this.page, name, style);
  }

  private clipTo(name: string | null): void {
    const shape = name === null ? undefined : this.clips.get(name);
    if (shape?.element === undefined) return;
    if (outline(this.page, shape.element, shape)) this.page.clip();
  }

  read(text: string): void {
    this.text += text;
  }

  close(name: string): void {
    if (this.hidden > 0) {
      this.hidden -= 1;
      return;
    }
    const style = this.styles.pop();
    if (name === 'text' && style !== undefined) drawText(this.page, this.text, style);
    if (name === 'clipPath') this.clip = null;
    this.page.restore();
  }
}

/**
 * Draws an SVG as Vega writes it on a page, as shapes and text, in the page's own units: groups, rectangles, lines,
 * paths, texts and clips. The fonts `400` and `600` must be registered.
 * @throws Error for what is not well-formed.
 */
export function drawSvg(svg: string, page: Page): void {
  const parser = new SaxesParser({ xmlns: false });
  const drawer = new Drawer(page);
  parser.on('opentag', (tag) => drawer.open(tag));
  parser.on('closetag', ({ name }) => drawer.close(name));
  parser.on('text', (text) => drawer.read(text));
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.write(svg).close();
}
