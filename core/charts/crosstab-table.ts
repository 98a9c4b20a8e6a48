import type { CrosstabAnswer } from '../contract/crosstab.ts';
import { subtitleCrosstab, titleCrosstab } from '../format/crosstab-words.ts';
import { closeSentence } from '../format/grammar.ts';
import { nameDimension, nameValue } from '../format/names.ts';
import { formatInterval, formatShare, NO_FIGURE } from '../format/numbers.ts';
import { capitalise, display } from '../format/typography.ts';
import { describeBase, describeFlag } from '../format/wording.ts';
import type { ChartOptions, ChartTable } from './chart.ts';

/** A cross-tab's complete table, one line per row and answer, the whole last. */
export function crosstabTable(answer: CrosstabAnswer, { language }: ChartOptions): ChartTable {
  const french = language === 'fr';
  const whole = french ? 'Ensemble' : 'All';
  const several = answer.answers.length > 1;
  const rows = answer.by.length === 0 ? [answer.total] : [...answer.rows, answer.total];
  return {
    caption: `${closeSentence(titleCrosstab(answer, language))} ${subtitleCrosstab(answer, language)}`,
    columns: [
      ...answer.by.map((by) => ({
        label: capitalise(nameDimension(by, language)),
        numeric: false,
      })),
      ...(several ? [{ label: french ? 'Réponse' : 'Answer', numeric: false }] : []),
      { label: french ? 'Part' : 'Share', numeric: true },
      { label: french ? 'Intervalle' : 'Interval', numeric: true },
      { label: 'Base (n)', numeric: true },
      { label: french ? 'Remarque' : 'Remark', numeric: false },
    ],
    figures: rows.flatMap((row) =>
      row.cells.map(({ share, ci, flag }) => ({
        value: share,
        base: row.n,
        interval: ci,
        flag,
        kind: answer.basis === 'published' ? ('published' as const) : ('estimate' as const),
      })),
    ),
    breaks: [],
    rows: rows.flatMap((row) =>
      row.cells.map((cell) => [
        ...answer.by.map((by, index) => {
          const key = row.key[by];
          if (key !== undefined) return nameValue(by, key, language);
          return index === 0 ? whole : '';
        }),
        ...(several ? [display(cell.answer, language)] : []),
        formatShare(cell.share, language),
        formatInterval(cell.ci, language),
        describeBase(row.n, cell.flag, language) || NO_FIGURE,
        describeFlag(cell.flag, language),
      ]),
    ),
  };
}
