import Table from 'cli-table3';
import type { Column, Value } from '../server/formats/columns.ts';
import type { DataTable } from '../server/formats/table.ts';

const inPoints = /share|^se$|_se$|ci_|_low$|_high$|change$|difference|^from$|^to$|probability/u;
const inEnterprises = /weight|potential/u;
const inPlaces = /^rank/u;

function shown(value: Value, { name, type }: Column): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (type === 'integer' || inPlaces.test(name)) return String(value);
  if (inEnterprises.test(name)) return value.toFixed(0);
  if (/_p$|^p$|^q$/u.test(name)) return value < 0.001 ? '<.001' : value.toFixed(3);
  return inPoints.test(name) ? `${(100 * value).toFixed(1)} %` : value.toFixed(2);
}

const borders = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
  'left',
  'left-mid',
  'mid',
  'mid-mid',
  'right',
  'right-mid',
] as const;

/**
 * An aligned table for a terminal. What is the same on every line (question, edition, origin) is said once
 * above; columns that are empty throughout are left out.
 */
export function drawTable({ columns, rows }: DataTable): string {
  const isConstant = (index: number): boolean =>
    rows.length > 1 && rows.every((row) => row[index] === rows[0]![index]);
  const indices = columns.map((_, index) => index);
  const caption = indices
    .filter((index) => isConstant(index) && rows[0]![index] !== null)
    .map((index) => `${columns[index]!.name} ${shown(rows[0]![index]!, columns[index]!)}`);
  const kept = indices.filter(
    (index) => !isConstant(index) && rows.some((row) => row[index] !== null),
  );
  const drawn = new Table({
    head: kept.map((index) => columns[index]!.name),
    colAligns: kept.map((index) => (columns[index]!.type === 'text' ? 'left' : 'right')),
    chars: { ...Object.fromEntries(borders.map((border) => [border, ''])), middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  drawn.push(...rows.map((row) => kept.map((index) => shown(row[index]!, columns[index]!))));
  const lines = drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  return [...(caption.length > 0 ? [`${caption.join(', ')}`] : []), ...lines].join('\n');
}
