import type { Language } from './language.ts';
import { formatNumber, formatShare, NARROW_SPACE } from './numbers.ts';

type Interval = readonly [number, number] | null;

interface Fraction {
  value: number;
  fr: { plain: string; near: string; over: string };
  en: string;
}

const fractions: readonly Fraction[] = [
  {
    value: 1 / 4,
    fr: { plain: 'un quart', near: 'près d’un quart', over: 'plus d’un quart' },
    en: 'a quarter',
  },
  {
    value: 1 / 3,
    fr: { plain: 'un tiers', near: 'près d’un tiers', over: 'plus d’un tiers' },
    en: 'a third',
  },
  {
    value: 1 / 2,
    fr: { plain: 'la moitié', near: 'près de la moitié', over: 'plus de la moitié' },
    en: 'half',
  },
  {
    value: 2 / 3,
    fr: { plain: 'deux tiers', near: 'près des deux tiers', over: 'plus des deux tiers' },
    en: 'two thirds',
  },
  {
    value: 3 / 4,
    fr: { plain: 'trois quarts', near: 'près des trois quarts', over: 'plus des trois quarts' },
    en: 'three quarters',
  },
];

/** Within this of a fraction, a share is the fraction; within `around`, it is near it or over it. */
const exact = 0.01;
const around = 0.025;
/** An interval wider than this makes any word for the share an approximate one. */
const vague = 0.1;

/** An interval that touches the fraction cannot tell on which side of it the share lies. */
function sayFraction(fraction: Fraction, share: number, ci: Interval, language: Language): string {
  const off = share - fraction.value;
  const { plain, near, over } =
    language === 'fr'
      ? fraction.fr
      : {
          plain: fraction.en,
          near: `nearly ${fraction.en}`,
          over: `more than ${fraction.en}`,
        };
  const about = language === 'fr' ? `environ ${plain}` : `about ${plain}`;
  const wide = ci !== null && ci[1] - ci[0] > vague;
  if (Math.abs(off) <= exact + 1e-9) return wide ? about : plain;
  const clear = ci === null || (off > 0 ? ci[0] > fraction.value : ci[1] < fraction.value);
  if (!clear) return about;
  return off > 0 ? over : near;
}

/**
 * A share (0–1) as a headline says it: « un quart », « près de la moitié », « plus des deux tiers », « 38 % »,
 * « environ 38 % » when its interval is wide, « moins de 1 % ». A side of a fraction is claimed only when the whole
 * interval is on it.
 */
export function sayShare(share: number, ci: Interval, language: Language): string {
  const fraction = fractions
    .filter(({ value }) => Math.abs(share - value) <= around)
    .sort((a, b) => Math.abs(share - a.value) - Math.abs(share - b.value))[0];
  if (fraction !== undefined) return sayFraction(fraction, share, ci, language);
  const french = language === 'fr';
  if (share > 0 && share < 0.005)
    return `${french ? 'moins de' : 'less than'} ${percent(0.01, language)}`;
  if (share < 1 && share >= 0.995)
    return `${french ? 'plus de' : 'more than'} ${percent(0.99, language)}`;
  const wide = ci !== null && ci[1] - ci[0] > vague && share > 0 && share < 1;
  const about = wide ? (french ? 'environ ' : 'about ') : '';
  return about + percent(share, language);
}

const percent = (share: number, language: Language): string => formatShare(share, language, 0);

/** A share beside another, whole unless it is small: `38 %`, `4,2 %`. */
export function sayPercent(share: number, language: Language): string {
  return formatShare(share, language, share > 0 && share < 0.095 ? 1 : 0);
}

/** A difference without its sign: « 12 points », « 2,5 points », « 1,4 point ». */
export function sayPoints(difference: number, language: Language): string {
  const size = Math.abs(difference) * 100;
  const rounded = Number(size.toFixed(1));
  const text = formatNumber(size, size >= 4.95 || Number.isInteger(rounded) ? 0 : 1, language);
  const plural = language === 'fr' ? rounded >= 2 : rounded !== 1;
  return `${text}\u00a0${plural ? 'points' : 'point'}`;
}

const times: readonly { low: number; high: number; fr: string; en: string }[] = [
  { low: 1.9, high: 2.1, fr: 'deux fois plus', en: 'twice as many as' },
  { low: 2.85, high: 3.15, fr: 'trois fois plus', en: 'three times as many as' },
  { low: 3.8, high: 4.2, fr: 'quatre fois plus', en: 'four times as many as' },
  { low: 0.475, high: 0.525, fr: 'deux fois moins', en: 'half as many as' },
  { low: 0.32, high: 0.35, fr: 'trois fois moins', en: 'a third as many as' },
];

/**
 * How `to` stands to `from`, whose difference the test supports: « deux fois plus » when it is that and the interval of
 * the difference is narrower than half of it, else « 12 points de plus »; in English with the « than » it asks for.
 */
export function sayChange(from: number, to: number, ci: Interval, language: Language): string {
  const difference = to - from;
  const firm =
    ci !== null && Math.min(Math.abs(ci[0]), Math.abs(ci[1])) >= Math.abs(difference) / 2;
  const ratio = from > 0 ? to / from : 0;
  const found = times.find(({ low, high }) => ratio >= low && ratio <= high);
  if (firm && found !== undefined && Math.max(from, to) >= 0.05) return found[language];
  const points = sayPoints(difference, language);
  if (language === 'fr') return `${points} de ${difference > 0 ? 'plus' : 'moins'}`;
  return `${points} ${difference > 0 ? 'more' : 'less'} than`;
}

/** « label », cut at a word when it is long. */
export function quoteShort(text: string, language: Language, longest = 70): string {
  const short = text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
  return language === 'fr' ? `«${NARROW_SPACE}${short}${NARROW_SPACE}»` : `“${short}”`;
}
