import type { Cause } from '../core/contract/causes.ts';
import type { Basis, Dimension } from '../core/contract/vocabulary.ts';
import type { Database } from './connection.ts';
import { foldLabel, foldSearch } from './fold.ts';
import {
  type CatalogueRows,
  type ComparabilityRow,
  type EditionRow,
  type QuestionEditionRow,
  type QuestionRow,
  type SourceRow,
  selectCatalogue,
} from './select-catalogue.ts';

/** An edition, the respondents it has (n_e of the variance formulas) and who they are. */
export interface Edition extends EditionRow {
  /** Respondents counted in the `respondents` table. */
  readonly sample: number;
  /** The ids that at least one respondent has, for each dimension; 0 (« not given ») left out. */
  readonly present: Readonly<Record<Dimension, ReadonlySet<number>>>;
}

/** An answer of a question, and the editions that offer it in each basis. */
export interface Answer {
  readonly id: number;
  readonly label: string;
  readonly missing: boolean;
  readonly sources: readonly { edition: number; label: string }[];
  /** Every wording it is known by, folded. */
  readonly folds: ReadonlySet<string>;
  readonly editions: Readonly<Record<Basis, ReadonlySet<number>>>;
}

/** A question in an edition, and the part (0–1) of the enterprises it was put to; null where none can be told. */
export interface Posed extends QuestionEditionRow {
  readonly asked: number | null;
}

/** A question between two consecutive editions: whether it compares, and why not. */
export interface Step extends Omit<ComparabilityRow, 'reason' | 'causes'> {
  readonly causes: readonly Cause[];
}

/** A question with all that is known of it. */
export interface Question extends QuestionRow {
  readonly editions: ReadonlyMap<number, Posed>;
  readonly answers: readonly Answer[];
  readonly comparability: readonly Step[];
  /** What `search` looks in, folded. */
  readonly searched: string;
}

/** What the survey is, in memory: read once a version of the warehouse. */
export interface Catalogue {
  readonly meta: ReadonlyMap<string, string>;
  readonly sources: readonly SourceRow[];
  readonly editions: ReadonlyMap<number, Edition>;
  readonly questions: ReadonlyMap<number, Question>;
}

function stepOf({ reason, causes, ...row }: ComparabilityRow): Step {
  const kept: Cause[] = typeof causes === 'string' ? JSON.parse(causes) : [];
  const told = causes === undefined && reason !== null;
  return { ...row, causes: told ? [{ code: 'noted', fr: reason, en: reason }] : kept };
}

const groupBy = <Row extends { question: number }>(rows: readonly Row[]): Map<number, Row[]> => {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.question);
    if (group === undefined) groups.set(row.question, [row]);
    else group.push(row);
  }
  return groups;
};

function editionOf(row: EditionRow, rows: CatalogueRows): Edition {
  const own = rows.presence.filter(({ edition }) => edition === row.edition);
  const idsOf = (dimension: Dimension) =>
    new Set(own.map((cell) => cell[dimension]).filter((id) => id !== 0));
  return {
    ...row,
    sample: own.reduce((sum, { n }) => sum + n, 0),
    present: {
      department: idsOf('department'),
      region: idsOf('region'),
      sector: idsOf('sector'),
      size: idsOf('size'),
    },
  };
}

type Offers = Map<string, Set<number>>;

const offersOf = (rows: CatalogueRows['published']): Offers => {
  const offers: Offers = new Map();
  for (const { question, answer, edition } of rows) {
    const key = `${question} ${answer}`;
    offers.set(key, (offers.get(key) ?? new Set()).add(edition));
  }
  return offers;
};

function answersOf(rows: CatalogueRows): Map<number, Answer[]> {
  const microdata = offersOf(rows.microdata);
  const published = offersOf(rows.published);
  const sources = groupBy(rows.answerEditions);
  const answers = new Map<number, Answer[]>();
  for (const [question, group] of groupBy(rows.answers)) {
    const own = sources.get(question) ?? [];
    answers.set(
      question,
      group.map(({ answer, label, missing }) => {
        const wordings = own.filter((source) => source.answer === answer);
        const key = `${question} ${answer}`;
        return {
          id: answer,
          label,
          missing,
          sources: wordings.map(({ edition, sourceLabel }) => ({ edition, label: sourceLabel })),
          folds: new Set([label, ...wordings.map(({ sourceLabel }) => sourceLabel)].map(foldLabel)),
          editions: {
            microdata: microdata.get(key) ?? new Set<number>(),
            published: published.get(key) ?? new Set<number>(),
          },
        };
      }),
    );
  }
  return answers;
}

/** The same weights summed in another order differ in their last digits: all is 1, whatever the order. */
const partOf = (sum: number, all: number): number => (sum / all > 1 - 1e-9 ? 1 : sum / all);

/**
 * Who was asked: those who answered and those who gave no answer, beside the most widely put question of the edition.
 * Without respondent ids, who was asked a multiple-answer question is not known.
 */
function posedOf(rows: CatalogueRows): Posed[] {
  const putTo = new Map<string, number>();
  const widest = new Map<number, number>();
  for (const { question, edition, putTo: weight } of rows.microdata) {
    const key = `${question} ${edition}`;
    const sum = (putTo.get(key) ?? 0) + (weight ?? 0);
    putTo.set(key, sum);
    widest.set(edition, Math.max(widest.get(edition) ?? 0, sum));
  }
  const numbered = new Map(rows.editions.map((row) => [row.edition, row.respondentIds]));
  return rows.questionEditions.map((row) => {
    const sum = putTo.get(`${row.question} ${row.edition}`);
    const all = widest.get(row.edition) ?? 0;
    const told = row.type === 'single' || numbered.get(row.edition) === true;
    return { ...row, asked: sum === undefined || all === 0 || !told ? null : partOf(sum, all) };
  });
}

function questionsOf(rows: CatalogueRows): Map<number, Question> {
  const answers = answersOf(rows);
  const editions = groupBy(posedOf(rows));
  const comparability = groupBy(rows.comparability.map(stepOf));
  return new Map(
    rows.questions.map((row) => {
      const own = answers.get(row.question) ?? [];
      const texts = [
        String(row.question),
        row.label,
        row.chapterLabel,
        row.subchapter ?? '',
        row.description ?? '',
        ...own.map(({ label }) => label),
      ];
      return [
        row.question,
        {
          ...row,
          answers: own,
          editions: new Map((editions.get(row.question) ?? []).map((each) => [each.edition, each])),
          comparability: comparability.get(row.question) ?? [],
          searched: foldSearch(texts.join('\n')),
        },
      ];
    }),
  );
}

/** Reads what the warehouse holds. */
export async function loadCatalogue(database: Database): Promise<Catalogue> {
  const rows = await selectCatalogue(database);
  return {
    meta: new Map(rows.meta.map(({ key, value }) => [key, value])),
    sources: rows.sources,
    editions: new Map(rows.editions.map((row) => [row.edition, editionOf(row, rows)])),
    questions: questionsOf(rows),
  };
}
