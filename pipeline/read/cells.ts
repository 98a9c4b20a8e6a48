/** Number formats of the file format itself that show a date or a time. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);

/** A custom format shows a date when it has day, month, year, hour or second outside quotes and brackets. */
const isCustomDate = (code: string): boolean =>
  /[dmyhsaj]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, '').replace(/general/iu, ''));

/** Which cell styles show dates: `styles` gives the number format of each, `formats` the custom codes. */
export function dateStyles(
  styles: readonly number[],
  formats: ReadonlyMap<number, string>,
): Set<number> {
  const dates = new Set<number>();
  styles.forEach((format, style) => {
    const code = formats.get(format);
    if (code === undefined ? isBuiltInDate(format) : isCustomDate(code)) dates.add(style);
  });
  return dates;
}

const millisecondsADay = 86_400_000;

/** A day number as ISO text. Days are counted from 30 December 1899, or from 1904 in old Macintosh files. */
function dateText(days: number, since1904: boolean): string {
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const seconds = Math.round((days * millisecondsADay) / 1000);
  const iso = new Date(start + seconds * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Characters that XML cannot hold are written `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** A cell as text; null when it is empty. Numbers are as short as they can be: 501, 0.1. */
export function cellText(
  { type, written, isDate }: { type: string; written: string; isDate: boolean },
  texts: readonly string[],
  since1904: boolean,
): string | null {
  if (written === '') return null;
  if (type === 's') return unescaped(texts[Number(written)] ?? '') || null;
  if (type === 'inlineStr' || type === 'str') return unescaped(written);
  if (type === 'b') return written === '1' ? 'true' : 'false';
  if (type !== 'n') return written;
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  return isDate ? dateText(number, since1904) : String(number);
}
