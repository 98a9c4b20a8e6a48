import type { Language } from './language.ts';

/** Narrow no-break space: between thousands, and before % ; : ! ? in French. */
export const NARROW_SPACE = '\u202f';
/** The minus sign, which a hyphen is not. */
export const MINUS = '\u2212';
/** What stands for a figure that is not given; always beside its reason in words. */
export const NO_FIGURE = '\u2013';

/**
 * A number with a fixed count of decimals, rounded half up (away from zero), as the survey's own releases round.
 * Written by hand rather than by Intl so that every engine prints the same characters.
 */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const scale = 10 ** decimals;
  const units = Math.round(Number((Math.abs(value) * scale).toPrecision(12)));
  const [whole = '0', fraction] = (units / scale).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_SPACE : ',');
  const sign = value < 0 && units > 0 ? MINUS : '';
  if (fraction === undefined) return sign + grouped;
  return `${sign}${grouped}${language === 'fr' ? ',' : '.'}${fraction}`;
}

/** A share (0–1) as a percentage: `76,4 %`, `76.4%`; a figure not given is `–`. */
export function formatShare(share: number | null, language: Language, decimals = 1): string {
  if (share === null) return NO_FIGURE;
  return (
    formatNumber(share * 100, decimals, language) + (language === 'fr' ? `${NARROW_SPACE}%` : '%')
  );
}

/** A difference of shares (−1–1) in signed points: `−8,5 points`, `+0,3 point`; never in %. */
export function formatPoints(difference: number | null, language: Language): string {
  if (difference === null) return NO_FIGURE;
  const text = formatSignedPoints(difference, language);
  const rounded = Math.round(Math.abs(difference) * 1000) / 10;
  const plural = language === 'fr' ? rounded >= 2 : rounded !== 1;
  return `${text} ${plural ? 'points' : 'point'}`.replace(' ', '\u00a0');
}

/** The same without the word, for columns whose heading says it: `−8,5`. */
export function formatSignedPoints(difference: number | null, language: Language): string {
  if (difference === null) return NO_FIGURE;
  const text = formatNumber(difference * 100, 1, language);
  const zero = !/[1-9]/.test(text);
  return difference > 0 && !zero ? `+${text}` : text;
}

/** The limits of a difference, in points and without the word: `−8,5 ; +0,3`, `−8.5 to +0.3`. */
export function formatSignedInterval(
  [low, high]: readonly [number, number],
  language: Language,
): string {
  const between = language === 'fr' ? `${NARROW_SPACE}; ` : ' to ';
  return formatSignedPoints(low, language) + between + formatSignedPoints(high, language);
}

/** A size of gap, rounded up, to the point from two on: `7 points`, `1,4 point`; what is smaller is not seen. */
export function formatGap(gap: number, language: Language): string {
  const points = gap * 100;
  const decimals = points > 2 ? 0 : 1;
  const up = Math.ceil(Number((points * 10 ** decimals).toPrecision(12))) / 10 ** decimals;
  const plural = language === 'fr' ? up >= 2 : up !== 1;
  return `${formatNumber(up, decimals, language)}\u00a0${plural ? 'points' : 'point'}`;
}

/** A whole number: `2 144 976`, `2,144,976`. Years and codes are not counts: print them as they are. */
export function formatCount(count: number | null, language: Language): string {
  return count === null ? NO_FIGURE : formatNumber(count, 0, language);
}

/** An estimated volume to three significant digits: 83 617 → `83 600`. */
export function formatVolume(volume: number | null, language: Language): string {
  if (volume === null) return NO_FIGURE;
  return formatNumber(Number(volume.toPrecision(3)), 0, language);
}

/** A p-value: `p = 0,034`, `p < 0,001`. */
export function formatP(p: number | null, language: Language): string {
  if (p === null) return NO_FIGURE;
  if (p < 0.001) return `p\u00a0<\u00a0${formatNumber(0.001, 3, language)}`;
  return `p\u00a0=\u00a0${formatNumber(p, 3, language)}`;
}

/** A probability or a confidence level without needless decimals: `95 %`, `97,5 %`. */
export function formatLevel(level: number, language: Language): string {
  const whole = Math.abs(level * 100 - Math.round(level * 100)) < 1e-9;
  return formatShare(level, language, whole ? 0 : 1);
}

/** The two ends of an interval: `71 200 – 96 000`, `71,200–96,000`. */
function joinEnds(low: string, high: string, language: Language): string {
  const dash = language === 'fr' ? `${NARROW_SPACE}–${NARROW_SPACE}` : '–';
  return `${low}${dash}${high}`;
}

/** An interval of shares: `72,1 – 80,3 %`, `72.1–80.3%`. */
export function formatInterval(
  interval: readonly [number, number] | null,
  language: Language,
): string {
  if (interval === null) return NO_FIGURE;
  const [low, high] = interval;
  return joinEnds(formatNumber(low * 100, 1, language), formatShare(high, language), language);
}

/** An interval of volumes: `71 200 – 96 000`. */
export function formatVolumeInterval(
  interval: readonly [number, number] | null,
  language: Language,
): string {
  if (interval === null) return NO_FIGURE;
  const [low, high] = interval.map((end) => formatVolume(end, language));
  return joinEnds(low!, high!, language);
}

/** An interval of scores: `48,2 – 61,0`. */
export function formatScoreInterval(
  interval: readonly [number, number] | null,
  language: Language,
): string {
  if (interval === null) return NO_FIGURE;
  const [low, high] = interval.map((end) => formatNumber(end, 1, language));
  return joinEnds(low!, high!, language);
}
