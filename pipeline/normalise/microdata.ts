import type { Reject } from '../types.ts';
import type { Workspace } from '../workspace.ts';
import type { AnswerBook } from './answers.ts';
import { summariseRejects } from './quality.ts';
import { appendWithIds, appendWithoutIds } from './respondents.ts';
import type { SurveyedFile } from './survey-microdata.ts';
import { takeRejects, understandRows, writeDictionaries } from './understand-microdata.ts';

/** Second pass over a file: its rows into `unsorted` and `respondents`, what is not understood into rejects. */
export async function appendMicrodata(
  workspace: Workspace,
  file: SurveyedFile,
  answers: AnswerBook,
  knownMultiple: ReadonlySet<number>,
): Promise<Reject[]> {
  const { staged, quality } = file;
  await writeDictionaries(workspace, file, answers);
  await understandRows(workspace, file);
  const before = await workspace.row<{ n: number }>('select count(*)::integer as n from unsorted');
  const { kept } = await workspace.row<{ kept: number }>(
    'select count(*)::integer as kept from understood_rows',
  );
  const rejects = [...staged.malformed];
  if (kept + rejects.length < staged.rows)
    for (const reject of await takeRejects(workspace, file)) rejects.push(reject);
  if (file.withIds) {
    const varying = await appendWithIds(workspace);
    if (varying > 0) {
      quality.warnings.push(
        `${varying} ${varying === 1 ? 'respondent has' : 'respondents have'} several weights or profiles in ${staged.file}: the first row’s was used.`,
      );
    }
  } else {
    await appendWithoutIds(workspace, knownMultiple);
  }
  const after = await workspace.row<{ n: number }>('select count(*)::integer as n from unsorted');
  quality.kept = kept;
  quality.rejected = rejects.length;
  quality.duplicates = kept - (after.n - before.n);
  quality.reasons = summariseRejects(rejects);
  await workspace.run('drop view understood; drop table understood_rows');
  return rejects;
}
