import type { CompareAnswer, Gap, MoversAnswer } from '../core/contract/comparison.ts';
import type { CrosstabAnswer } from '../core/contract/crosstab.ts';
import type { RankingsAnswer } from '../core/contract/rankings.ts';
import type { TrendsAnswer } from '../core/contract/trends.ts';
import type { Dimension, Flag } from '../core/contract/vocabulary.ts';
import { readCrosstab, subtitleCrosstab } from '../core/format/crosstab-words.ts';
import { formatDate } from '../core/format/dates.ts';
import { gapWords } from '../core/format/gap-words.ts';
import type { Language } from '../core/format/language.ts';
import { nameValue } from '../core/format/names.ts';
import {
  formatCount,
  formatGap,
  formatInterval,
  formatLevel,
  formatNumber,
  formatP,
  formatPoints,
  formatShare,
  formatSignedInterval,
  formatSignedPoints,
  formatVolume,
  formatVolumeInterval,
} from '../core/format/numbers.ts';
import { readRanking, subtitleRanking, titleRanking } from '../core/format/ranking-words.ts';
import { headTrends, readTrends } from '../core/format/trend-words.ts';
import { display } from '../core/format/typography.ts';
import { describeBase, describeFlag } from '../core/format/wording.ts';

const bind = (language: Language) => ({
  /** Plain text with the typography of the language. */
  text: (plain: string) => display(plain, language),
  share: (share: number | null) => formatShare(share, language),
  interval: (limits: readonly [number, number] | null) => formatInterval(limits, language),
  count: (count: number | null) => formatCount(count, language),
  volume: (volume: number | null) => formatVolume(volume, language),
  volumes: (limits: readonly [number, number] | null) => formatVolumeInterval(limits, language),
  decimal: (value: number) => formatNumber(value, 1, language),
  level: (level: number) => formatLevel(level, language),
  points: (difference: number) => formatPoints(difference, language),
  signed: (difference: number | null) => formatSignedPoints(difference, language),
  number: (value: number, decimals: number) => formatNumber(value, decimals, language),
  p: (p: number | null) => formatP(p, language),
  date: (iso: string) => formatDate(iso, language),
  flag: (flag: Flag) => describeFlag(flag, language),
  base: (n: number | null, flag: Flag) => describeBase(n, flag, language),
  name: (dimension: Dimension, key: string) => nameValue(dimension, key, language),
  rankingTitle: (answer: RankingsAnswer) => titleRanking(answer, language),
  rankingSubtitle: (answer: RankingsAnswer) => subtitleRanking(answer, language),
  rankingReading: (answer: RankingsAnswer) => readRanking(answer, language),
  gaps: (answer: CompareAnswer | MoversAnswer, gaps: readonly Gap[]) =>
    gapWords(answer, gaps, language),
  crosstabSubtitle: (answer: CrosstabAnswer) => subtitleCrosstab(answer, language),
  crosstabReading: (answer: CrosstabAnswer) => readCrosstab(answer, language),
  trendSubtitle: (answer: TrendsAnswer) => headTrends(answer, language).subtitle,
  trendReading: (answer: TrendsAnswer) => readTrends(answer, language),
  pointsInterval: (limits: readonly [number, number]) => formatSignedInterval(limits, language),
  gap: (gap: number) => formatGap(gap, language),
});

export type Format = ReturnType<typeof bind>;

const formats: Record<Language, Format> = { fr: bind('fr'), en: bind('en') };

/** The way figures and words are written in a language. */
export const formatOf = (language: Language): Format => formats[language];
