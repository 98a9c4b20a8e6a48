import type { PlanSettings } from './call-plan.ts';

/** What each number may be. */
export const limits = { callsAWeek: 500, weeks: 26, targets: 1000, sellers: 30 } as const;

export const usualPlan: PlanSettings = { sellers: 2, callsAWeek: 40, weeks: 4, targets: 20 };

/** « Anne, Bruno » or « 3 » → names or a number of sellers; null when there is none, or too many. */
export function parseSellers(text: string): PlanSettings['sellers'] | null {
  const plain = text.trim();
  if (/^\d+$/.test(plain)) {
    const count = Number(plain);
    return count >= 1 && count <= limits.sellers ? count : null;
  }
  const names = [...new Set(plain.split(/[,;|\n]/).map((name) => name.trim()))].filter(Boolean);
  return names.length >= 1 && names.length <= limits.sellers ? names : null;
}

const sellersText = (sellers: PlanSettings['sellers'], between: string): string =>
  typeof sellers === 'number' ? String(sellers) : sellers.join(between);

/** The sellers as one writes them in a field. */
export const writeSellers = (sellers: PlanSettings['sellers']): string =>
  sellersText(sellers, ', ');

/** `40:4:20:Anne|Bruno` → 40 calls a week, 4 weeks, 20 targets, two sellers; null when it does not read. */
export function parsePlan(text: string): PlanSettings | null {
  const [, calls, weeks, targets, who = ''] =
    /^(\d{1,3}):(\d{1,2}):(\d{1,4}):(.+)$/.exec(text) ?? [];
  const sellers = parseSellers(who);
  if (sellers === null) return null;
  const settings = {
    sellers,
    callsAWeek: Number(calls),
    weeks: Number(weeks),
    targets: Number(targets),
  };
  const names = ['callsAWeek', 'weeks', 'targets'] as const;
  const sound = names.every((name) => settings[name] >= 1 && settings[name] <= limits[name]);
  return sound ? settings : null;
}

/** A plan's settings as the address writes them. */
export const formatPlan = ({ sellers, callsAWeek, weeks, targets }: PlanSettings): string =>
  `${callsAWeek}:${weeks}:${targets}:${sellersText(sellers, '|')}`;
