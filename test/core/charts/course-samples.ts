import type { CompareAnswer, Gap, MoversAnswer } from '../../../core/contract/comparison.ts';
import type { TrendsAnswer } from '../../../core/contract/trends.ts';
import { sectors } from '../../../core/contract/vocabulary.ts';
import { sequence } from './samples.ts';

export interface TrendSample {
  lines?: number;
  /** The edition before which the question changed. */
  brokenAt?: number;
  /** An edition without the question. */
  missing?: number;
  editions?: readonly number[];
  /** Every figure withheld. */
  suppressed?: boolean;
  /** Every third line moves no more than chance may explain. */
  unsure?: boolean;
  /** Every line at the same share. */
  tied?: boolean;
  /** The answer that every line is of. */
  answer?: string;
}

/** A question's course as the API would answer it, by sector when there are several lines. */
export function trendSample(sample: TrendSample = {}): TrendsAnswer {
  const { lines = 1, editions = [2020, 2021, 2022, 2023, 2024, 2025] } = sample;
  const next = sequence(3);
  const asked = editions.filter((edition) => edition !== sample.missing);
  const series = Array.from({ length: lines }, (_, line) => {
    const level = 0.15 + 0.5 * next();
    const points = asked.map((edition, index) => {
      const published = edition === 2020;
      const drawn = level + 0.04 * index + 0.03 * next();
      const share = sample.suppressed ? null : sample.tied ? 0.5 : drawn;
      const ci: [number, number] | null =
        published || share === null ? null : [share - 0.025, share + 0.025];
      return {
        edition,
        n: published ? null : 3000,
        weight: 2_000_000,
        share,
        se: published ? null : 0.012,
        ci,
        basis: published ? ('published' as const) : ('microdata' as const),
        flag: sample.suppressed ? ('suppressed' as const) : null,
      };
    });
    return {
      key: lines > 1 ? { sector: sectors[line % 11]?.key ?? '' } : {},
      label: lines > 1 ? (sectors[line % 11]?.fr ?? '') : 'Ensemble',
      answer: sample.answer ?? 'Oui',
      points,
      changes: asked.slice(1).map((to, index) => ({
        from: asked[index] ?? to,
        to,
        difference: 0.04,
        se: 0.01,
        ci: [0.02, 0.06] as [number, number],
        p: 0.001,
        significant: sample.unsure !== true || line % 3 !== 2,
        comparability: to === sample.brokenAt ? ('reworded' as const) : ('comparable' as const),
        reason: null,
        causes: [],
      })),
    };
  });
  return {
    question: { code: 601, label: "L'entreprise a un site internet", type: 'single', asked: 1 },
    answers: [sample.answer ?? 'Oui'],
    confidence: 0.95,
    by: lines > 1 ? ['sector'] : [],
    filters: {},
    series,
    notices: [],
    cautions: [],
  };
}

/** Differences without a figure, as of bases too small. */
export const withheldGaps = (count: number): Gap[] =>
  gaps(count).map((gap) => ({
    ...gap,
    from: null,
    to: null,
    difference: null,
    ci: null,
    significant: null,
  }));

/** Differences of nothing between equal shares. */
export const tiedGaps = (count: number): Gap[] =>
  gaps(count).map((gap) => ({ ...gap, from: 0.5, to: 0.5, difference: 0, ci: [-0.02, 0.02] }));

function gaps(count: number): Gap[] {
  const next = sequence(5);
  return Array.from({ length: count }, (_, index) => {
    const from = 0.2 + 0.5 * next();
    const difference = (index % 3 === 0 ? -1 : 1) * (0.2 - index * 0.008);
    return {
      question: 601 + index,
      label:
        [
          "L'entreprise a un site internet",
          'Les données de clients sont analysées pour préparer des actions commerciales',
        ][index % 2] ?? '',
      asked: 1,
      answer: index % 4 === 0 ? 'Oui, réalisé par un prestataire extérieur' : 'Oui',
      from,
      to: from + difference,
      nFrom: 10125,
      nTo: 11021,
      difference,
      ci: [difference - 0.03, difference + 0.03],
      p: 0.01,
      q: 0.02,
      significant: index % 5 !== 4,
    };
  });
}

const noise = { questions: [205], largest: 0.08, median: 0.02, expectedFalse: 3.1 };

export const moversSample = (count = 12): MoversAnswer => ({
  from: 2024,
  to: 2025,
  basis: 'microdata',
  filters: {},
  tested: 310,
  significant: 42,
  noise,
  movers: gaps(count),
  excluded: [],
  notices: [],
  cautions: [],
});

export const compareSample = (count = 12): CompareAnswer => ({
  edition: 2025,
  basis: 'microdata',
  filters: { region: ['53'], sector: ['commerce'] },
  profile: { n: 420, weight: 30000, nEff: 150 },
  rest: { n: 9580, weight: 3970000, nEff: 3400 },
  tested: 310,
  significant: 18,
  gaps: gaps(count),
  notices: [],
  cautions: [],
});
