import type { Reject } from '../types.ts';
import type { Workspace } from '../workspace.ts';
import type { AnswerBook } from './answers.ts';
import { summariseRejects } from './quality.ts';
import { appendWithIds, appendWithoutIds } from './respondents.ts';
import type { SurveyedFile } from './survey-microdata.ts';
import { takeRejects, understandRows, writeDictionaries } from './understand-microdata.ts';

/**
 * Second pass over a file: who answered into `respondents`, what is not understood into rejects.
 * @returns the rejects, and the query that gives the rows of `responses`
 */
export async function appendMicrodata(
  workspace: Workspace,
  file: SurveyedFile,
  answers: AnswerBook,
  knownMultiple: ReadonlySet<number>,
): Promise<{ rejects: Reject[]; responses: string }> {
  const { staged, quality, view } = file;
  await writeDictionaries(workspace, file, answers);
  await understandRows(workspace, file);
  const { kept } = await workspace.row<{ kept: number }>(
    `select count(*)::integer as kept from ${view}_understood`,
  );
  const rejects = [...staged.malformed];
  if (kept + rejects.length < staged.rows)
    for (const reject of await takeRejects(workspace, file)) rejects.push(reject);
  const { select, count, varying } = file.withIds
    ? await appendWithIds(workspace, view, kept)
    : await appendWithoutIds(workspace, view, kept, knownMultiple);
  if (varying > 0) {
    quality.warnings.push(
      `${varying} ${varying === 1 ? 'respondent has' : 'respondents have'} several weights or profiles in ${staged.file}: the first row’s was used.`,
    );
  }
  quality.kept = kept;
  quality.rejected = rejects.length;
  quality.duplicates = kept - count;
  quality.reasons = summariseRejects(rejects);
  await workspace.run('drop view understood');
  return { rejects, responses: select };
}

/**
 * Writes `responses` from the rows of all files, in the order that answers are read in. One number to sort by
 * costs a fifth less than four columns.
 */
export async function writeResponses(
  workspace: Workspace,
  selects: readonly string[],
): Promise<void> {
  if (selects.length === 0) return;
  await workspace.run(`insert into responses from (${selects.join(' union all ')})
    order by (question::ubigint << 40) | (edition::ubigint << 24) | (answer::ubigint << 8) | department`);
}
