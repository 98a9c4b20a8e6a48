import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { foldSearch } from '../../warehouse/fold.ts';
import { packageRoot } from '../../warehouse/package-root.ts';
import { answerRank } from './answer-order.ts';
import { isBlank, plainText, wordKey } from './text.ts';

/** An answer as a file of an edition writes it, and how often. */
export interface AnswerSighting {
  question: number;
  edition: number;
  label: string;
  unified: string;
  count: number;
}

/** An answer of the warehouse: the wording of its latest edition, and every wording it had. */
export interface UnifiedAnswer {
  question: number;
  answer: number;
  label: string;
  missing: boolean;
  /** Each wording of each edition, with its rows as a part of the question's. */
  wordings: { edition: number; label: string; part: number }[];
}

export interface AnswerBook {
  answers: UnifiedAnswer[];
  /** The answer’s number for a question and a label as written. */
  numberOf(question: number, label: string): number | undefined;
  /** Folds that were made, one sentence each, for the quality report. */
  folded: string[];
}

interface FoldLine {
  question: string;
  from: string;
  to: string;
}

const labelFolds: readonly FoldLine[] = Papa.parse<FoldLine>(
  readFileSync(join(packageRoot, 'data', 'label-folds.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;

const missingWords = new Set([
  'sans reponse',
  'pas de reponse',
  'non reponse',
  'non repondu',
  'non renseigne',
  'aucune reponse',
  'n r',
  'nr',
  'sr',
]);

/** An answer's wording: the producer's unified label where the file holds no other. */
export const answerText = (label: string, unified: string): string =>
  plainText(label) === '' ? unified : label;

/** Whether a label says that the respondent did not answer; « Ne sait pas » is an answer. */
export const isMissing = (label: string): boolean =>
  isBlank(label) || missingWords.has(wordKey(label));

const keys = new Map<string, string>();

/**
 * What tells two answers apart: letters, figures, and the signs of « < 10 % », « + de 50 », « -5 ». A label is
 * looked at many times, and there are a few thousand of them: each key is made once.
 */
function keyOf(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  const key = isMissing(label)
    ? ''
    : foldSearch(plainText(label))
        .replace(/(?<!\S)-(?=\d)/gu, '−')
        .replace(/[^\p{L}\p{N}<>≤≥+%€=−]+/gu, ' ')
        .trim();
  keys.set(label, key);
  return key;
}

/** Sets of keys that are one answer. */
class Classes {
  readonly #parent = new Map<string, string>();

  find(key: string): string {
    const parent = this.#parent.get(key) ?? key;
    if (parent === key) return key;
    const root = this.find(parent);
    this.#parent.set(key, root);
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.#parent.set(a, b);
  }
}

/** Below this part of a question's rows an answer is a slip of the file, not one that was offered. */
const slip = 0.01;

/** The rows of each edition of a question. */
function rowsByEdition(sightings: readonly AnswerSighting[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (const { edition, count } of sightings) rows.set(edition, (rows.get(edition) ?? 0) + count);
  return rows;
}

/** The editions in which the class of a key was given, with its part of the question's rows. */
function partsOf(
  sightings: readonly AnswerSighting[],
  classes: Classes,
  key: string,
): Map<number, number> {
  const root = classes.find(key);
  const all = rowsByEdition(sightings);
  const own = rowsByEdition(sightings.filter((one) => classes.find(keyOf(one.label)) === root));
  return new Map([...own].map(([edition, rows]) => [edition, rows / all.get(edition)!]));
}

const foldsOf = (question: number): readonly FoldLine[] =>
  labelFolds.filter((fold) => fold.question === '' || Number(fold.question) === question);

/** Answers that `data/label-folds.csv` folds into themselves: the producer's unified label is not followed. */
const keptApart = (question: number): ReadonlySet<string> =>
  new Set(
    foldsOf(question)
      .filter(({ from, to }) => from === to)
      .map(({ from }) => keyOf(from)),
  );

function joinFolds(
  question: number,
  sightings: readonly AnswerSighting[],
  classes: Classes,
): string[] {
  const made: string[] = [];
  for (const fold of foldsOf(question)) {
    const [from, to] = [keyOf(fold.from), keyOf(fold.to)];
    if (classes.find(from) === classes.find(to)) continue;
    const [fromParts, toParts] = [
      partsOf(sightings, classes, from),
      partsOf(sightings, classes, to),
    ];
    if (fromParts.size === 0 || toParts.size === 0) continue;
    // Two answers offered side by side in one edition are two answers, whatever a general rule says.
    const sideBySide = [...fromParts].some(
      ([edition, part]) => part >= slip && (toParts.get(edition) ?? 0) >= slip,
    );
    if (fold.question === '' && sideBySide) continue;
    classes.join(from, to);
    made.push(`${question}: « ${fold.from} » and « ${fold.to} » are one answer`);
  }
  return made;
}

/** The wording of a class: of those of its latest edition the producer's unified one, else the most given. */
function wordingOf(sightings: readonly AnswerSighting[], apart: ReadonlySet<string>): string {
  const latest = Math.max(...sightings.map(({ edition }) => edition));
  const unified = new Set(sightings.map((sighting) => plainText(sighting.unified)));
  const counts = new Map<string, number>();
  for (const { edition, label, unified: producers, count } of sightings) {
    const written = keyOf(producers) === '' || apart.has(keyOf(label)) ? label : producers;
    const text = plainText(written).replace(/\s*\.$/u, '');
    if (edition === latest) counts.set(text, (counts.get(text) ?? 0) + count);
  }
  return [...counts].sort(
    ([a, n], [b, m]) => +unified.has(b) - +unified.has(a) || m - n || (a < b ? -1 : 1),
  )[0]![0];
}

function unifyQuestion(
  question: number,
  sightings: readonly AnswerSighting[],
): { answers: UnifiedAnswer[]; numbers: Map<string, number>; folded: string[] } {
  const classes = new Classes();
  const apart = keptApart(question);
  for (const sighting of sightings) {
    const [own, unified] = [keyOf(sighting.label), keyOf(sighting.unified)];
    if (own !== '' && unified !== '' && !apart.has(own)) classes.join(own, unified);
  }
  const folded = joinFolds(question, sightings, classes);
  const groups = new Map<string, AnswerSighting[]>();
  for (const sighting of sightings) {
    const root = classes.find(keyOf(sighting.label));
    groups.set(root, [...(groups.get(root) ?? []), sighting]);
  }
  const ordered = [...groups]
    .map(([root, members]) => ({
      root,
      members,
      label: root === '' ? 'Sans réponse' : wordingOf(members, apart),
      count: members.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort(
      (a, b) =>
        answerRank(a.label) - answerRank(b.label) ||
        b.count - a.count ||
        (a.label < b.label ? -1 : 1),
    );
  const numberByRoot = new Map(ordered.map(({ root }, index) => [root, index + 1]));
  const rows = rowsByEdition(sightings);
  const answers = ordered.map(({ root, members, label }, index): UnifiedAnswer => {
    const wordings = new Map<string, UnifiedAnswer['wordings'][number]>();
    for (const { edition, label: written, count } of members) {
      const text = plainText(written) || 'Sans réponse';
      const known = wordings.get(`${edition} ${text}`)?.part ?? 0;
      const part = known + count / rows.get(edition)!;
      wordings.set(`${edition} ${text}`, { edition, label: text, part });
    }
    return {
      question,
      answer: index + 1,
      label,
      missing: root === '',
      wordings: [...wordings.values()],
    };
  });
  const numbers = new Map(
    sightings.map(({ label }) => [keyOf(label), numberByRoot.get(classes.find(keyOf(label)))!]),
  );
  return { answers, numbers, folded };
}

/**
 * Unifies the answers of every question across editions and sources: what the producer’s unified label
 * joins, what differs by case, accents, punctuation or spaces only, and the folds of `data/label-folds.csv`. A class
 * carries the wording of its latest edition. Answers are numbered in their natural order.
 */
export function unifyAnswers(sightings: readonly AnswerSighting[]): AnswerBook {
  const byQuestion = new Map<number, AnswerSighting[]>();
  for (const sighting of sightings) {
    const known = byQuestion.get(sighting.question);
    if (known) known.push(sighting);
    else byQuestion.set(sighting.question, [sighting]);
  }
  const unified = new Map(
    [...byQuestion].map(([question, own]) => [question, unifyQuestion(question, own)]),
  );
  return {
    answers: [...unified.values()].flatMap(({ answers }) => answers),
    numberOf: (question, label) => unified.get(question)?.numbers.get(keyOf(label)),
    folded: [...unified.values()].flatMap(({ folded }) => folded),
  };
}
