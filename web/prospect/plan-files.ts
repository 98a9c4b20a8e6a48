import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Language } from '../../core/format/language.ts';
import { nameColumns } from '../../core/format/list-columns.ts';
import { codeNames, codesAndNames, type TargetList } from '../../core/format/target-list.ts';
import { describeFlag } from '../../core/format/wording.ts';
import type { SellerPlan } from './call-plan.ts';

/** What a seller's file needs to know besides the plan. */
export interface PlanContext {
  answer: RankingsAnswer;
  language: Language;
  /** Address of a target's figures. */
  linkOf(row: RankingRow): string;
  /** Why a target has its calls, in words. */
  reasonOf(row: RankingRow): string;
  /** Where the figures come from, the demonstration's label included. */
  source: string;
}

const whole = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value);

/** A seller's plan as one table: a line for each target and week in which it has calls, weeks in order. */
export function sellerList({ seller, lines, weeks }: SellerPlan, context: PlanContext): TargetList {
  const { answer, language } = context;
  const rows = weeks.flatMap((_, week) =>
    lines
      .filter((line) => (line.weeks[week] ?? 0) > 0)
      .map(({ row, weeks: calls }) => [
        seller,
        week + 1,
        calls[week] ?? 0,
        row.rank,
        ...codesAndNames(answer.by, row, language),
        whole(row.potential?.enterprises),
        whole(row.potential?.ci?.[0]),
        whole(row.potential?.ci?.[1]),
        whole(row.weight),
        row.n,
        describeFlag(row.flag, language),
        context.reasonOf(row),
        context.linkOf(row),
        context.source,
      ]),
  );
  const columns = nameColumns(
    [
      'seller',
      'week',
      'calls',
      'rank',
      ...codeNames(answer.by),
      'potential',
      'potential_low',
      'potential_high',
      'enterprises_represented',
      'base_respondents',
      'flag',
      'why',
      'link',
      'source',
    ],
    language,
  );
  return { columns, rows };
}

/** A seller's name as part of a file's name: letters, digits and hyphens. */
export const fileNameOf = (seller: string): string =>
  seller
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase() || 'vendeur';

/** Texts as the files of one ZIP; of two names that are the same, the second takes a number. */
export async function zipTexts(files: readonly (readonly [string, string])[]): Promise<Blob> {
  const { strToU8, zipSync } = await import('fflate');
  const named = new Map<string, Uint8Array>();
  for (const [name, text] of files) {
    let free = name;
    for (let k = 2; named.has(free); k += 1) free = name.replace(/(?=\.\w+$)/, `-${k}`);
    named.set(free, strToU8(text));
  }
  const bytes = zipSync(Object.fromEntries(named));
  return new Blob([new Uint8Array(bytes)], { type: 'application/zip' });
}
