import type { CrosstabAnswer } from '../contract/crosstab.ts';
import { sayAnswered } from './answered.ts';
import { describeAsked, sayAsked } from './asked.ts';
import { toldFigure } from './crosstab-headline.ts';
import { closeSentence, enumerate } from './grammar.ts';
import type { Language } from './language.ts';
import { nameKey } from './names.ts';
import { formatCount, formatInterval, formatLevel, formatShare } from './numbers.ts';
import { placeRow } from './populations.ts';
import { capitalise, display } from './typography.ts';
import { describeBasis, describeBy, quoteAnswers } from './wording.ts';

/** The question's wording. */
export function titleCrosstab(answer: CrosstabAnswer, language: Language): string {
  return display(answer.question.label, language);
}

/** What is measured, how it is broken down, among whom and when, and on which basis when it has no base. */
export function subtitleCrosstab(answer: CrosstabAnswer, language: Language): string {
  const single = answer.answers.length === 1;
  const quoted = quoteAnswers(answer.answers, language);
  const french = language === 'fr';
  const shares = french ? 'Réponses, en part des entreprises' : 'Answers, as shares of enterprises';
  const share = french
    ? `Part des entreprises ${sayAnswered(answer.question, quoted, 'that', 'fr')}`
    : `Share of enterprises ${sayAnswered(answer.question, quoted, 'that', 'en')}`;
  const by = describeBy(answer.by, language);
  const basis =
    answer.basis === 'published' ? ` ${capitalise(describeBasis(answer.basis, language))}.` : '';
  const what = `${single ? share : shares}${by === '' ? '' : `, ${by}`}`;
  return `${what}. ${describeAsked(answer.filters, answer.question.asked, language)}, ${answer.edition}.${basis}`;
}

/** The figure of the title read out with its interval and base, or else the first; empty when none is given. */
export function readCrosstab(answer: CrosstabAnswer, language: Language): string {
  const cells = [...answer.rows, answer.total].flatMap((row) =>
    row.cells.map((cell) => ({ row, cell })),
  );
  const found = toldFigure(answer) ?? cells.find(({ cell }) => cell.share !== null);
  if (found === undefined) return '';
  const { row, cell } = found;
  const level = formatLevel(answer.confidence, language);
  const place = placeRow(answer.filters, row.key, language);
  const those = sayAsked(answer.question.asked, language);
  const share = formatShare(cell.share, language);
  const quoted = quoteAnswers([cell.answer], language);
  const answered = sayAnswered(answer.question, quoted, 'are', language);
  const bounds = formatInterval(cell.ci, language);
  if (language === 'fr') {
    const details = [
      ...(cell.ci === null ? [] : [`intervalle à ${level}\u202f: ${bounds}`]),
      ...(row.n === null ? [] : [`base\u202f: ${formatCount(row.n, language)} répondants`]),
    ];
    const end = details.length === 0 ? '' : ` (${details.join(', ')})`;
    return `Lecture\u202f: en ${answer.edition}, ${place}, ${share} des entreprises${those} ${answered}${end}.`;
  }
  const details = [
    ...(cell.ci === null ? [] : [`${level} interval: ${bounds}`]),
    ...(row.n === null ? [] : [`base: ${formatCount(row.n, language)} respondents`]),
  ];
  const end = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return `Reading: in ${answer.edition}, ${place}, ${share} of enterprises${those} ${answered}${end}.`;
}

/** Alternative text: kind of chart, what it shows, the strongest and weakest figures. */
export function describeCrosstab(answer: CrosstabAnswer, kind: string, language: Language): string {
  const french = language === 'fr';
  const rows = answer.by.length === 0 ? [answer.total] : answer.rows;
  const cells = rows
    .flatMap((row) =>
      row.cells.map(({ share, answer: label }) => ({
        share,
        name: [
          ...(answer.by.length === 0 ? [] : [nameKey(row.key, answer.by, row.label, language)]),
          ...(answer.answers.length === 1 ? [] : [quoteAnswers([label], language)]),
        ].join(', '),
      })),
    )
    .filter(({ share }) => share !== null)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const intro = `${kind}. ${closeSentence(titleCrosstab(answer, language))} ${subtitleCrosstab(answer, language)}`;
  const [only] = cells;
  if (only === undefined) {
    return language === 'fr' ? `${intro} Aucun chiffre à montrer.` : `${intro} No figure to show.`;
  }
  if (cells.length === 1)
    return `${intro} ${[only.name, formatShare(only.share, language)].filter(Boolean).join(french ? '\u202f: ' : ': ')}.`;
  const said = cells.map(({ name, share }) => `${name} (${formatShare(share, language)})`);
  const and = french ? 'et' : 'and';
  if (said.length <= 3) return `${intro} ${capitalise(enumerate(said, and))}.`;
  const [first, last] = [enumerate(said.slice(0, 2), and), said.at(-1)];
  return french
    ? `${intro} Les plus hauts\u202f: ${first}\u202f; le plus bas\u202f: ${last}.`
    : `${intro} Highest: ${first}; lowest: ${last}.`;
}
