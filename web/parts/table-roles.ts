/**
 * What the parts of a table are, said once more: a table that a narrow screen lays out afresh is no longer one to
 * some screen readers unless it says so.
 */
export const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  heading: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
