import type { Reject } from '../types.ts';
import { literal, type Workspace } from '../workspace.ts';
import { type AnswerBook, answerText, isMissing } from './answers.ts';
import {
  groupedRegionId,
  isGroupedMember,
  regionOfDepartment,
  respondentFolds,
  sizeOfDetail,
} from './dimensions.ts';
import { headerOf } from './quality.ts';
import { distinctTexts, parsedNumber } from './source-view.ts';
import type { SurveyedFile } from './survey-microdata.ts';
import { isBlank, yearOf } from './text.ts';

const dimensions = ['department', 'region', 'sector', 'size'] as const;

/** The file's distinct answers, places, sectors and sizes beside their ids, as tables to join. */
export async function writeDictionaries(
  workspace: Workspace,
  { view, combinations }: SurveyedFile,
  answers: AnswerBook,
): Promise<void> {
  await workspace.dictionary(
    'known_answers',
    'id uinteger, year smallint, question smallint, answer smallint, missing boolean',
    combinations
      .filter(({ question }) => question !== null)
      .map(({ id, answer, unified, year, question }) => [
        id,
        year,
        question,
        answers.numberOf(question!, answerText(answer, unified)) ?? null,
        isMissing(answerText(answer, unified)),
      ]),
  );
  const regionTexts = await distinctTexts(workspace, `${view}_person`, 'region');
  const grouped = regionTexts.some((text) => respondentFolds.region(text) === groupedRegionId);
  for (const dimension of dimensions) {
    const texts = await distinctTexts(workspace, `${view}_person`, dimension);
    const rows = texts.flatMap((text) => {
      const id = isBlank(text) ? 0 : respondentFolds[dimension](text);
      return id === null ? [] : [[text, id, impliedBy(dimension, id, grouped)]];
    });
    await workspace.dictionary(
      `known_${dimension}`,
      'text varchar, id utinyint, other utinyint',
      rows,
    );
  }
}

/** What a value says of another dimension: a department its region, a detailed size its published class. */
function impliedBy(dimension: (typeof dimensions)[number], id: number, grouped: boolean): number {
  if (dimension === 'size') return sizeOfDetail[id]!;
  if (dimension !== 'department') return 0;
  const region = regionOfDepartment[id]!;
  return grouped && isGroupedMember(region) ? groupedRegionId : region;
}

/**
 * Second pass: `<view>_understood` holds every row whose fields are all understood, with its ids. What says who
 * answers is looked up once a person in `<view>_profiles`, where `fault` names the field that is not understood.
 * Both stay until `responses` is written; `understood` is the two together, for this file's statements.
 */
export async function understandRows(
  workspace: Workspace,
  { view, withIds }: SurveyedFile,
): Promise<void> {
  await workspace.run(`create or replace temp table known_people as
    select respondent as text, (row_number() over (order by min(first)))::integer as id
    from ${view}_person where respondent is not null group by respondent`);
  await workspace.run(`create or replace table ${view}_profiles as
    select s.id, d.id as department, if(r.id = 0, d.other, r.id) as region, c.id as sector, z.other as size, z.id as size_detail,
      s.number as weight, ${withIds ? 'p.id' : 'null::integer'} as respondent,
      case when d.id is null then 'department' when r.id is null then 'region'
        when c.id is null then 'sector' when z.id is null then 'size'
        ${withIds ? `when p.id is null then 'respondent'` : ''}
        when not coalesce(s.number > 0 and isfinite(s.number), false) then 'weight'
      end as fault
    from (select *, ${parsedNumber('weight')} as number from ${view}_person) s
    left join known_department d on d.text = coalesce(s.department, '')
    left join known_region r on r.text = coalesce(s.region, '')
    left join known_sector c on c.text = coalesce(s.sector, '')
    left join known_size z on z.text = coalesce(s.size, '')
    left join known_people p on p.text = s.respondent`);
  await workspace.run(`create or replace table ${view}_understood as
    select s."row", a.year as edition, a.question, a.answer, a.missing, s.person, p.respondent
    from ${view}_rows s join known_answers a on a.id = s.asked join ${view}_profiles p on p.id = s.person
    where p.fault is null`);
  await workspace.run(`create or replace temp view understood as
    select u.*, p.department, p.region, p.sector, p.size, p.size_detail, p.weight
    from ${view}_understood u join ${view}_profiles p on p.id = u.person`);
}

const dimensionReasons: Record<string, string> = {
  department: 'no department is called that; add its spelling to data/dimension-aliases.csv',
  region: 'no region is called that; add its spelling to data/dimension-aliases.csv',
  sector: 'no sector is called that; add its spelling to data/dimension-aliases.csv',
  size: 'no size class is written that way; add it to data/dimension-aliases.csv',
  respondent: 'the respondent has no identifier',
  weight: 'a weight is a number above 0',
};

/** The rows that are not in `understood`, each as a reject that names its line and column. */
export async function takeRejects(workspace: Workspace, file: SurveyedFile): Promise<Reject[]> {
  const { staged, view, combinations } = file;
  const edition =
    staged.edition === null ? `coalesce(s.edition, '')` : literal(String(staged.edition));
  const rows = await workspace.rows<{
    row: number;
    fault: string;
    value: string | null;
    edition: string;
    code: string;
    label: string;
  }>(
    `select u."row" as "row", u.fault, ${edition} as edition, coalesce(s.question_code, '') as code, coalesce(s.question_label, '') as label,
      case u.fault when 'question_code' then s.question_code when 'department' then s.department when 'region' then s.region
        when 'sector' then s.sector when 'size' then s.size when 'respondent' then s.respondent else s.weight end as value
    from (select r."row", if(a.id is null, 'question_code', p.fault) as fault from ${view}_rows r
      left join known_answers a on a.id = r.asked join ${view}_profiles p on p.id = r.person) u
    join ${view} s on s."row" = u."row" where u.fault is not null order by u."row"`,
  );
  const reasons = new Map(
    combinations
      .filter(({ reason }) => reason !== null)
      .map(({ edition: year, code, label, reason }) => [
        `${year}\u0000${code}\u0000${label}`,
        reason!,
      ]),
  );
  const lines = await staged.linesOf(rows.map(({ row }) => row));
  return rows.map(({ row, fault, value, edition: year, code, label }) => {
    const questionReason = reasons.get(`${year}\u0000${code}\u0000${label}`);
    const byEdition = fault === 'question_code' && yearOf(year) === null;
    return {
      dataset: staged.dataset,
      file: staged.file,
      line: lines.get(row) ?? null,
      column: headerOf(staged, byEdition ? 'edition' : fault),
      value: byEdition ? year : value,
      reason:
        fault === 'question_code'
          ? (questionReason ?? 'the question is not known')
          : dimensionReasons[fault]!,
    };
  });
}
