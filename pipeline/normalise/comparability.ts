import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ComparabilityStatus } from '../../core/contract/vocabulary.ts';
import { packageRoot } from '../../warehouse/package-root.ts';
import type { UnifiedAnswer } from './answers.ts';
import { wordingLikeness } from './questions.ts';
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
  reason: string | null;
}

interface Note {
  question: string;
  from: string;
  to: string;
  status: ComparabilityStatus;
  reason: string;
}

const notes: readonly Note[] = Papa.parse<Note>(
  readFileSync(join(packageRoot, 'data', 'comparability-notes.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;

/** An answer given in fewer of a question's rows makes no change of its answers. */
const materialPart = 0.01;

/** Wordings more alike than this differ by their grammar. */
const nearlyAlike = 0.85;

const quoted = (labels: readonly string[]): string =>
  labels.map((label) => `« ${label} »`).join(', ');

function answersOf(answers: readonly UnifiedAnswer[], edition: number): string[] {
  return answers
    .filter(
      ({ missing, wordings }) =>
        !missing &&
        wordings.reduce((sum, one) => sum + (one.edition === edition ? one.part : 0), 0) >=
          materialPart,
    )
    .map(({ label }) => label);
}

function judge(
  answers: readonly UnifiedAnswer[],
  before: EditionOfQuestion,
  after: EditionOfQuestion,
): { status: ComparabilityStatus; reason: string | null } {
  const [old, recent] = [answersOf(answers, before.edition), answersOf(answers, after.edition)];
  const added = recent.filter((label) => !old.includes(label));
  const dropped = old.filter((label) => !recent.includes(label));
  const parts: string[] = [];
  const [wording, next] = [before.label ?? '', after.label ?? ''];
  const reworded = wording !== '' && next !== '' && wordKey(wording) !== wordKey(next);
  if (reworded) {
    const little = wordingLikeness(wording, next) >= nearlyAlike ? ' (de peu)' : '';
    parts.push(`Question reformulée${little} : « ${wording} », puis « ${next} ».`);
  }
  const changed = old.length > 0 && recent.length > 0 && (added.length > 0 || dropped.length > 0);
  if (changed && added.length > 0)
    parts.push(`Réponses nouvelles en ${after.edition} : ${quoted(added)}.`);
  if (changed && dropped.length > 0)
    parts.push(`Réponses absentes en ${after.edition} : ${quoted(dropped)}.`);
  const status = reworded ? 'reworded' : changed ? 'answers-changed' : 'comparable';
  return { status, reason: parts.length > 0 ? parts.join(' ') : null };
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
    if (note && before && after)
      return [{ question, from, to, status: note.status, reason: note.reason }];
    if (!before)
      return [
        { question, from, to, status: 'new', reason: `Question posée en ${to}, pas en ${from}.` },
      ];
    if (!after)
      return [
        {
          question,
          from,
          to,
          status: 'dropped',
          reason: `Question posée en ${from}, pas en ${to}.`,
        },
      ];
    return [{ question, from, to, ...judge(answers, before, after) }];
  });
}
