import type { Cell, CrosstabAnswer, Row } from '../contract/crosstab.ts';
import type { Dimension } from '../contract/vocabulary.ts';
import { enumerate } from './grammar.ts';
import type { Language } from './language.ts';
import { nameDimension } from './names.ts';
import { isNarrowed, namePopulation } from './populations.ts';
import { sayPercent } from './quantities.ts';
import { sayFinding } from './statements.ts';
import { display } from './typography.ts';

/** A figure that is given, and where it stands. */
interface Shown {
  row: Row;
  cell: Cell;
  share: number;
}

const shown = (row: Row, cell: Cell): Shown[] =>
  cell.share === null ? [] : [{ row, cell, share: cell.share }];

/** The whole's first figure: the favourable answers, or else the answer most often given. */
function mainFigure({ total }: CrosstabAnswer): Shown | undefined {
  const figures = total.cells.flatMap((cell) => shown(total, cell));
  const affirmative = figures.find(({ cell }) => /^(oui|j['’]en ai)$/i.test(cell.answer));
  return affirmative ?? figures.sort((a, b) => b.share - a.share)[0];
}

/**
 * How far a difference is from none, at the end of its interval that is nearest to none. Rounded: « Oui » and « Non »
 * are as sure as each other but for the last bit, which must not choose between them.
 */
const sureness = ({ cell }: Shown): number => {
  const [low, high] = cell.vsRest?.ci ?? [0, 0];
  return Math.round(Math.min(Math.abs(low), Math.abs(high)) * 1e9);
};

/** The row that surely differs most from the others; a small base is no headline. */
function standsOut(answer: CrosstabAnswer): Shown | undefined {
  return answer.rows
    .flatMap((row) => row.cells.flatMap((cell) => shown(row, cell)))
    .filter(({ cell }) => cell.vsRest?.significant === true && cell.flag === null)
    .sort((a, b) => sureness(b) - sureness(a))[0];
}

function say(answer: CrosstabAnswer, { row, cell, share }: Shown, language: Language): string {
  const { code, label, asked } = answer.question;
  const population = namePopulation(answer.filters, row.key, language);
  const counted = { code, label, answer: cell.answer, asked };
  const firm = cell.flag === null;
  const sentence = sayFinding(counted, share, cell.ci, population, language);
  if (firm) return sentence;
  return `${sentence}${language === 'fr' ? ', sur une base faible' : ', on a small base'}`;
}

function againstRest(answer: CrosstabAnswer, found: Shown, language: Language): string {
  const difference = found.cell.vsRest?.difference ?? 0;
  const rest = sayPercent(Math.max(0, found.share - difference), language);
  if (language === 'fr') {
    return `, contre ${rest} ${isNarrowed(answer.filters) ? 'dans le reste de la sélection' : 'des autres'}`;
  }
  return `, against ${rest} ${isNarrowed(answer.filters) ? 'in the rest of the selection' : 'of the others'}`;
}

const withArticle = (dimension: Dimension): string =>
  `${dimension === 'region' || dimension === 'size' ? 'la' : 'le'} ${nameDimension(dimension, 'fr')}`;

/** How the whole's figure spreads over the rows when none of them stands out, or none could be tested. */
function spread(answer: CrosstabAnswer, { cell }: Shown, language: Language): string {
  const french = language === 'fr';
  const names = answer.by.map((dimension) => nameDimension(dimension, language));
  const by = french
    ? `selon ${enumerate(answer.by.map(withArticle), 'et')}`
    : `by ${enumerate(names, 'and')}`;
  const cells = answer.rows.flatMap((row) =>
    row.cells.filter(({ answer: label, share }) => label === cell.answer && share !== null),
  );
  if (cells.length < 2) return '';
  const tested = cells.some(({ vsRest }) => vsRest !== null && vsRest.significant !== null);
  if (!tested) {
    const shares = cells.map(({ share }) => share ?? 0);
    const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) =>
      sayPercent(share, language),
    );
    return french
      ? `, de ${low} à ${high} ${by} (écarts non testés)`
      : `, from ${low} to ${high} ${by} (differences not tested)`;
  }
  if (answer.test?.p != null && answer.test.p <= 0.05) {
    return french ? `, inégalement ${by}` : `, unevenly ${by}`;
  }
  return french ? `, sans écart décelable ${by}` : `, with no detectable difference ${by}`;
}

/** The figure that the title tells, where it is one of those drawn: not the whole's, beside which rows are drawn. */
export function toldFigure(answer: CrosstabAnswer): Shown | undefined {
  return answer.by.length === 0 ? mainFigure(answer) : standsOut(answer);
}

/**
 * The title that states what a cross-tab shows: the row that surely differs most from the rest, or the whole's figure
 * and that nothing was detected. The question's own wording when there is no figure to state.
 */
export function headlineCrosstab(answer: CrosstabAnswer, language: Language): string {
  const found = toldFigure(answer);
  if (found !== undefined) {
    const against = answer.by.length === 0 ? '' : againstRest(answer, found, language);
    return say(answer, found, language) + against;
  }
  const whole = mainFigure(answer);
  if (whole !== undefined) {
    return say(answer, whole, language) + spread(answer, whole, language);
  }
  return display(answer.question.label, language);
}
