import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Cause } from '../../core/contract/causes.ts';
import type { ComparabilityStatus } from '../../core/contract/vocabulary.ts';
import { packageRoot } from '../../warehouse/package-root.ts';
import type { UnifiedAnswer } from './answers.ts';
import { sameWords } from './questions.ts';
import { wordKey } from './text.ts';

/** A question as one edition asked it; `label` null where no wording is known. */
export interface EditionOfQuestion {
  edition: number;
  label: string | null;
}

export interface Comparability {
  question: number;
  from: number;
  to: number;
  status: ComparabilityStatus;
  causes: Cause[];
}

interface Note {
  question: string;
  from: string;
  to: string;
  status: ComparabilityStatus;
  reason_fr: string;
  reason_en: string;
}

const notes: readonly Note[] = Papa.parse<Note>(
  readFileSync(join(packageRoot, 'data', 'comparability-notes.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;

/** An answer given in fewer of a question's rows, in both editions, makes no change of its answers. */
const materialPart = 0.01;

/**
 * An answer this many times rarer than in the other edition was not offered: what is left of it are slips of
 * the file. One that is only rarer was offered, and its change is the enterprises'.
 */
const rarity = 10;

const partOf = ({ wordings }: UnifiedAnswer, asked: number): number =>
  wordings.reduce((sum, { edition, part }) => sum + (edition === asked ? part : 0), 0);

/** Labels of the answers that an edition offered and another did not. */
const offeredOnlyIn = (
  answers: readonly UnifiedAnswer[],
  edition: number,
  other: number,
): string[] =>
  answers
    .filter((answer) => {
      const part = partOf(answer, edition);
      return !answer.missing && part >= materialPart && partOf(answer, other) * rarity < part;
    })
    .map(({ label }) => label);

/** Whether anybody's answer to the question is known in an edition. */
const isAnswered = (answers: readonly UnifiedAnswer[], edition: number): boolean =>
  answers.some((answer) => !answer.missing && partOf(answer, edition) > 0);

function judge(
  answers: readonly UnifiedAnswer[],
  before: EditionOfQuestion,
  after: EditionOfQuestion,
): Pick<Comparability, 'status' | 'causes'> {
  const added = offeredOnlyIn(answers, after.edition, before.edition);
  const dropped = offeredOnlyIn(answers, before.edition, after.edition);
  const causes: Cause[] = [];
  const [wording, next] = [before.label ?? '', after.label ?? ''];
  const reworded = wording !== '' && next !== '' && wordKey(wording) !== wordKey(next);
  if (reworded) {
    // A word more is another question: « factures » are not « factures (hors PDF) ».
    const slightly = sameWords(wording, next);
    causes.push({ code: 'reworded', slightly, before: wording, after: next });
  }
  const both = isAnswered(answers, before.edition) && isAnswered(answers, after.edition);
  const changed = both && (added.length > 0 || dropped.length > 0);
  if (changed && added.length > 0)
    causes.push({ code: 'answers-added', edition: after.edition, answers: added });
  if (changed && dropped.length > 0)
    causes.push({ code: 'answers-dropped', edition: after.edition, answers: dropped });
  const status = reworded ? 'reworded' : changed ? 'answers-changed' : 'comparable';
  return { status, causes };
}

/**
 * Whether a question can be compared between each pair of consecutive editions of the warehouse, from its
 * wordings (case, accents and punctuation apart) and its answers, or as `data/comparability-notes.csv` says.
 */
export function compareEditions(
  question: number,
  editions: readonly number[],
  asked: readonly EditionOfQuestion[],
  answers: readonly UnifiedAnswer[],
): Comparability[] {
  const byEdition = new Map(asked.map((one) => [one.edition, one]));
  return editions.slice(1).flatMap((to, index): Comparability[] => {
    const from = editions[index]!;
    const [before, after] = [byEdition.get(from), byEdition.get(to)];
    if (!before && !after) return [];
    const note = notes.find(
      (line) =>
        Number(line.question) === question && Number(line.from) === from && Number(line.to) === to,
    );
    if (note && before && after) {
      const { status, reason_fr: fr, reason_en: en } = note;
      return [{ question, from, to, status, causes: [{ code: 'noted', fr, en }] }];
    }
    if (before && after) return [{ question, from, to, ...judge(answers, before, after) }];
    const [asked, missing] = before ? [from, to] : [to, from];
    const status = before ? 'dropped' : 'new';
    return [{ question, from, to, status, causes: [{ code: 'not-asked', asked, missing }] }];
  });
}
