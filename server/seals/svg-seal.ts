import { readSeal, type Seal, sealedDigest } from './seal.ts';

const block = /<metadata id="numoscope">([^<]*)<\/metadata>/;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (character) => escapes[character] ?? character);

const unescapeText = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** The drawing with its seal in its `<metadata>`, after its title and description. */
export function sealSvg(svg: string, seal: Omit<Seal, 'drawing'>): string {
  const sealed: Seal = { ...seal, drawing: sealedDigest(seal, svg) };
  const metadata = `<metadata id="numoscope">${escapeText(JSON.stringify(sealed))}</metadata>`;
  return svg.replace('</desc>', () => `</desc>${metadata}`);
}

/** The seal inside an SVG and whether the drawing is the one sealed; null without a seal. */
export function openSvg(svg: string): { seal: Seal; intact: boolean } | null {
  const [whole, text] = block.exec(svg) ?? [];
  if (whole === undefined || text === undefined) return null;
  const seal = readSeal(unescapeText(text));
  if (seal === null) return null;
  return { seal, intact: seal.drawing === sealedDigest(seal, svg.replace(whole, '')) };
}
