import type { InspectedFile, Inspection } from './inspect.ts';
import type { ColumnMapping, Dialect } from './types.ts';

const separatorNames: Record<string, string> = {
  ';': 'semicolons',
  ',': 'commas',
  '\t': 'tabs',
  '|': 'vertical bars',
};

function dialectSentence(dialect: Dialect): string {
  const { format, encoding, separator, bom, lineEnd, decimal } = dialect;
  const parts: string[] = [format];
  if (encoding !== undefined) parts.push(bom ? `${encoding} with a byte-order mark` : encoding);
  if (separator !== undefined) parts.push(separatorNames[separator] ?? `separated by ${separator}`);
  if (lineEnd !== undefined) parts.push(`line ends ${lineEnd}`);
  if (decimal !== undefined) parts.push(decimal === ',' ? 'decimal comma' : 'decimal point');
  return parts.join(', ');
}

/** One line whatever the text holds, no longer than a terminal's width allows. */
function short(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

function mappingNote({ field, how }: ColumnMapping): string {
  if (how === 'unknown') return 'not known';
  if (field === null) return 'known, unused';
  return { alias: 'by its name', label: 'by its label', override: 'by --column' }[how];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    `    ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd(),
  );
}

function heading({ file, kind, nearest, edition }: InspectedFile): string {
  const what = kind ?? `not recognised (nearest: ${nearest})`;
  return `${file}: ${what}${edition === null ? '' : `, edition ${edition}`}`;
}

function renderSample({ sample }: InspectedFile): string[] {
  return sample.flatMap((record, index) => [
    `    record ${index + 1}`,
    ...Object.entries(record)
      .filter(([, value]) => value !== null)
      .map(([header, value]) => `      ${short(header, 40)}: ${short(value ?? '', 60)}`),
  ]);
}

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines];

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);

function renderFile(file: InspectedFile): string {
  const columns = file.columns.map((mapping) => [
    short(mapping.source, 40) || '(no header)',
    mapping.field ?? '–',
    mappingNote(mapping),
  ]);
  const table = aligned([['column', 'field', 'how'], ...columns]);
  return [
    heading(file),
    `  written as: ${dialectSentence(file.dialect)}`,
    ...block('columns', table),
    ...block('missing', indented(file.missing)),
    ...block(
      'absent, not needed',
      file.absent.length === 0 ? [] : indented([file.absent.join(', ')]),
    ),
    ...block('to do', indented(file.advice)),
    ...block('to know', indented(file.warnings)),
    ...block('first records', renderSample(file)),
  ].join('\n');
}

/** An inspection as text for a terminal; labels and values are quoted as they are, shortened. */
export function renderInspection({ files, problems }: Inspection): string {
  const blocks = files.map(renderFile);
  const notRead = block('not read', indented(problems.map(({ message }) => message)));
  if (notRead.length > 0) blocks.push(notRead.map((line) => line.slice(2)).join('\n'));
  return blocks.join('\n\n');
}
