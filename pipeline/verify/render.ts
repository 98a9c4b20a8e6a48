import { sayVerification } from '../../core/format/verification.ts';
import type { Verification, VerifiedFigure } from './verify.ts';

const headings = ['figure', 'published', 'computed', 'difference', 'verdict'] as const;

const verdictWords = { ok: 'ok', differs: 'DIFFERS', skipped: 'skipped' } as const;

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 3,
  signDisplay: 'exceptZero',
});

function cellsOf(figure: VerifiedFigure): string[] {
  return [
    figure.id,
    number.format(figure.official),
    figure.computed === null ? '–' : number.format(figure.computed),
    figure.difference === null ? '–' : signed.format(figure.difference),
    verdictWords[figure.verdict],
  ];
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((text, column) =>
        column === 0 || column === headings.length - 1
          ? text.padEnd(widths[column]!)
          : text.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}

function skippedReasons(figures: readonly VerifiedFigure[]): string[] {
  const counts = new Map<string, number>();
  for (const { verdict, cause } of figures) {
    if (verdict !== 'skipped' || cause === null) continue;
    const reason = sayVerification(cause, 'en');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `  ${String(count).padStart(3)}  ${reason}`);
}

/** The verification as text for a terminal: the differences first, then what holds, then why others were not checked. */
export function renderVerification({ passed, failed, skipped, figures }: Verification): string {
  const shown = [
    ...figures.filter(({ verdict }) => verdict === 'differs'),
    ...figures.filter(({ verdict }) => verdict === 'ok'),
  ];
  const lines = align([headings, ...shown.map(cellsOf)]);
  const reasons = skippedReasons(figures);
  return [
    ...lines,
    '',
    `${passed} found, ${failed} different, ${skipped} skipped${reasons.length > 0 ? ', because:' : '.'}`,
    ...reasons,
  ].join('\n');
}
