import { publishedTotal } from '../../warehouse/tables.ts';
import type { Workspace } from '../workspace.ts';

/** Something that must hold of a loaded warehouse, and whether it does. */
export interface Check {
  check: string;
  passed: boolean;
  detail: string;
}

/** Published scores are rounded to a hundredth of a point or better; beyond half a point they differ. */
const closeShare = 0.005;
/** What part of the national cells must be close: duplicated answers of the source differ for good. */
const closePart = 0.95;

const national = `region = ${publishedTotal} and sector = ${publishedTotal} and size = ${publishedTotal}`;

/** Sums per question, edition and answer: every check then reads a few thousand rows. */
const prepare = `create or replace temp table cells as
  select question, edition, answer, missing, count(*) as n, fsum(weight) as weight,
    count_if(first) as bases, coalesce(fsum(weight) filter (where first), 0) as base_weight,
    count_if(not (weight > 0)) as weightless
  from responses group by all`;

interface Counted {
  check: string;
  /** Yields `tested` and `wrong`. */
  sql: string;
  of: string;
}

const counted: readonly Counted[] = [
  {
    check: 'every response is an answer of its question',
    of: 'answers of an edition',
    sql: `select count(*) as tested, count_if(a.answer is null) as wrong
      from cells c left join answers a on a.question = c.question and a.answer = c.answer`,
  },
  {
    check: 'every weight is above 0',
    of: 'answers of an edition',
    sql: 'select count(*) as tested, count_if(weightless > 0) as wrong from cells',
  },
  {
    check: "a question's base is no larger than its edition's respondents",
    of: 'questions of an edition',
    sql: `select count(*) as tested, count_if(bases > respondents) as wrong
      from (select question, edition, sum(bases) as bases from cells group by all)
      join editions using (edition)`,
  },
  {
    check: 'the shares of a single-choice question add up to 1',
    of: 'questions of an edition',
    sql: `select count(*) as tested, count_if(abs(given - base) > 1e-6 * base) as wrong from (
      select question, edition, sum(weight) filter (where not missing) as given, sum(base_weight) as base
      from cells group by all)
      join question_editions q using (question, edition) where q.type = 'single' and given is not null`,
  },
  {
    check: 'a department lies in its region',
    of: 'respondents with both',
    sql: `select count(*) as tested, count_if(r.code <> d.region and not (r.code = '93+94' and d.region in ('93', '94'))) as wrong
      from respondents p join departments d on d.id = p.department join regions r on r.id = p.region`,
  },
  {
    check: 'a published share is between 0 and 1',
    of: 'published cells',
    sql: 'select count(*) as tested, count_if(not coalesce(share between 0 and 1.0005, true)) as wrong from published',
  },
];

async function countedCheck(workspace: Workspace, { check, sql, of }: Counted): Promise<Check> {
  const { tested, wrong } = await workspace.row<{ tested: number; wrong: number }>(
    `select tested, coalesce(wrong, 0) as wrong from (${sql})`,
  );
  return { check, passed: wrong === 0, detail: `${wrong} wrong of ${tested} ${of}` };
}

interface Gaps {
  tested: number;
  close: number;
  largest: number | null;
  question: number | null;
  edition: number | null;
}

/**
 * Sets national shares computed from the rows beside the published ones, with non-response left out
 * of the base and with it left in: the producer does not say which it publishes.
 */
async function reconciliation(workspace: Workspace): Promise<Check[]> {
  const gapsFor = (base: 'answered' | 'everyone'): Promise<Gaps> =>
    workspace.row<Gaps>(`with bases as (
        select question, edition, sum(base_weight) as answered,
          sum(base_weight) + coalesce(sum(weight) filter (where missing), 0) as everyone
        from cells group by all having sum(base_weight) > 0),
      gaps as (
        select c.question, c.edition, abs(c.weight / b.${base} - p.share) as gap
        from cells c join bases b using (question, edition)
        join published p using (question, edition, answer)
        where not c.missing and p.share is not null and ${national})
      select count(*) as tested, coalesce(count_if(gap <= ${closeShare}), 0) as close, max(gap) as largest,
        arg_max(question, gap) as question, arg_max(edition, gap) as edition from gaps`);
  const [answered, everyone] = [await gapsFor('answered'), await gapsFor('everyone')];
  const [best, base] =
    everyone.close > answered.close ? [everyone, 'in'] : [answered, 'left out of'];
  if (best.tested === 0) return [];
  return [
    {
      check: 'national shares from the rows agree with the published ones',
      passed: best.close >= closePart * best.tested,
      detail: `${best.close} of ${best.tested} within ${closeShare * 100} points, non-response ${base} the base; the largest gap is ${((best.largest ?? 0) * 100).toFixed(2)} points (question ${best.question}, ${best.edition})`,
    },
  ];
}

/** Tests what must hold of the loaded tables; a failed check is told in `quality.json`, not fatal. */
export async function checkWarehouse(workspace: Workspace): Promise<Check[]> {
  await workspace.run(prepare);
  const checks: Check[] = [];
  for (const one of counted) checks.push(await countedCheck(workspace, one));
  checks.push(...(await reconciliation(workspace)));
  await workspace.run('drop table cells');
  return checks;
}
