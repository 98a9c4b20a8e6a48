import type { ChartOptions } from '../../../core/charts/chart.ts';
import type { CrosstabAnswer } from '../../../core/contract/crosstab.ts';
import type { RankingRow, RankingSort, RankingsAnswer } from '../../../core/contract/rankings.ts';
import { departments, regions } from '../../../core/contract/territories.ts';
import { type Dimension, type Flag, sectors, sizes } from '../../../core/contract/vocabulary.ts';

/** A pseudo-random sequence of numbers in [0, 1), the same at every run. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const values: Record<Dimension, readonly { key: string; label: string }[]> = {
  department: departments.map(({ code, label }) => ({ key: code, label })),
  region: regions
    .filter(({ code }) => !['93', '94'].includes(code))
    .map(({ code, label }) => ({ key: code, label })),
  sector: sectors.map(({ key, fr }) => ({ key, label: fr })),
  size: sizes.map(({ key, fr }) => ({ key, label: fr })),
};

const question = {
  code: 501,
  label: "Le numérique représente un bénéfice réel pour l'entreprise",
  type: 'single',
  asked: 1,
};

const flagOf = (n: number): Flag => (n < 10 ? 'suppressed' : n < 30 ? 'low-base' : null);

export interface RankingSample {
  by?: Dimension;
  sort?: RankingSort;
  rows?: number;
  suppressed?: boolean;
  label?: string;
}

function rankingRow(
  index: number,
  key: string,
  label: string,
  by: Dimension,
  next: () => number,
  base: number,
): RankingRow {
  const n = base === 0 ? 4 : Math.round(base * (0.05 + next()));
  const flag = flagOf(n);
  const share = flag === 'suppressed' ? null : 0.2 + 0.6 * next();
  const half = 1.2 / Math.sqrt(n + 1);
  const ci: [number, number] | null =
    share === null ? null : [Math.max(0, share - half), Math.min(1, share + half)];
  const weight = n * 190;
  const score = 100 * next();
  return {
    rank: index + 1,
    key: { [by]: key },
    label,
    n,
    weight,
    count: Math.round(n * (share ?? 0.5)),
    share,
    se: share === null ? null : half / 2,
    ci,
    smoothed: { share: share === null ? 0.5 : 0.5 + (share - 0.5) * 0.7, ci: ci ?? [0.3, 0.7] },
    potential: {
      enterprises: weight * (share ?? 0.5),
      ci: [weight * (ci?.[0] ?? 0.3), weight * (ci?.[1] ?? 0.7)],
    },
    rankInterval: [Math.max(1, index - 3), index + 5],
    topProbability: 1 / (index + 1),
    score,
    scoreCi: [score - 8, score + 8],
    flag,
  };
}

/** A ranking as the API would answer it, by any dimension and sort, of any length. */
export function rankingSample(sample: RankingSample = {}): RankingsAnswer {
  const { by = 'department', sort = 'count', suppressed = false } = sample;
  const next = sequence(7);
  const base = suppressed ? 0 : by === 'department' ? 180 : 900;
  const rows = values[by]
    .slice(0, sample.rows ?? values[by].length)
    .map(({ key, label }, index) => rankingRow(index, key, sample.label ?? label, by, next, base));
  const read = (row: RankingRow): number =>
    ({
      count: row.count,
      share: row.share,
      smoothed: row.smoothed?.share ?? null,
      potential: row.potential?.enterprises ?? null,
      score: row.score,
    })[sort] ?? -1;
  rows.sort((a, b) => read(b) - read(a));
  return {
    question: sort === 'score' ? null : question,
    answers: ["Tout à fait d'accord"],
    edition: 2023,
    basis: 'microdata',
    by: [by],
    sort,
    confidence: 0.95,
    filters: {},
    total: rows.length,
    overall: { n: 9453, weight: 2_144_976, count: 4066, share: 0.43, ci: [0.41, 0.45] },
    rows: rows.map((row, index) => ({ ...row, rank: index + 1 })),
    notices: [],
    cautions: [],
  };
}

export interface CrosstabSample {
  by?: Dimension[];
  answers?: string[];
  multiple?: boolean;
  suppressed?: boolean;
  published?: boolean;
  rows?: number;
}

type Row = CrosstabAnswer['rows'][number];

function crosstabRow(
  key: Row['key'],
  label: string,
  n: number,
  answers: readonly string[],
  sample: CrosstabSample,
  next: () => number,
): Row {
  const flag = flagOf(n);
  const raw = answers.map(() => 0.1 + next());
  const sum = raw.reduce((a, b) => a + b, 0);
  const published = sample.published ?? false;
  const cells = answers.map((answer, index) => {
    const whole =
      sample.multiple || answers.length === 1 ? 0.1 + 0.8 * next() : (raw[index] ?? 0) / sum;
    const share = flag === 'suppressed' ? null : whole;
    const half = 1.2 / Math.sqrt(n + 1);
    const ci: [number, number] | null =
      share === null || published ? null : [Math.max(0, share - half), Math.min(1, share + half)];
    return {
      answer,
      n: published ? null : Math.round(n * whole),
      weight: n * 190 * whole,
      share,
      se: share === null || published ? null : half / 2,
      ci,
      vsRest: null,
      flag: published ? null : flag,
    };
  });
  return {
    key,
    label,
    n: published ? null : n,
    weight: n * 190,
    nEff: published ? null : n / 2,
    deff: published ? null : 2,
    nonResponse: { n: published ? null : 3, weight: published ? null : 400 },
    cells,
  };
}

export const scale = [
  "Tout à fait d'accord",
  "Plutôt d'accord",
  "Plutôt pas d'accord",
  "Pas du tout d'accord",
];

/** A cross-tab as the API would answer it: by nothing, one or two dimensions, one answer or several. */
export function crosstabSample(sample: CrosstabSample = {}): CrosstabAnswer {
  const { by = ['sector'], answers = scale } = sample;
  const next = sequence(11);
  const [first, second] = by;
  const base = sample.suppressed ? 0 : 300;
  const size = (): number => (base === 0 ? 5 : Math.round(base * (0.02 + next())));
  const outer =
    first === undefined ? [] : values[first].slice(0, sample.rows ?? values[first].length);
  const rows = outer.flatMap(({ key, label }) => {
    if (first === undefined) return [];
    if (second === undefined)
      return [crosstabRow({ [first]: key }, label, size(), answers, sample, next)];
    return values[second].map((inner) =>
      crosstabRow(
        { [first]: key, [second]: inner.key },
        `${label}, ${inner.label}`,
        size(),
        answers,
        sample,
        next,
      ),
    );
  });
  return {
    question: { ...question, type: sample.multiple ? 'multiple' : 'single' },
    edition: 2025,
    basis: sample.published ? 'published' : 'microdata',
    confidence: 0.95,
    by,
    filters: { region: ['53'] },
    answers,
    total: crosstabRow({}, 'Ensemble', sample.suppressed ? 6 : 11021, answers, sample, next),
    rows,
    test: null,
    notices: [],
    cautions: [],
  };
}

/** Options of a picture drawn from the survey itself. */
export function optionsOf(given: Partial<ChartOptions> = {}): ChartOptions {
  return {
    language: 'fr',
    theme: 'light',
    width: 640,
    framed: true,
    provenance: {
      origin: 'portal',
      notice: null,
      builtAt: '2026-11-23T08:00:00Z',
      licence: { name: 'Licence Ouverte 2.0', url: null, attribution: 'DGE' },
    },
    ...given,
  };
}

export const demonstration: ChartOptions['provenance'] = {
  origin: 'demonstration',
  notice: 'Données de démonstration (synthétiques)',
  builtAt: '2026-11-23T08:00:00Z',
  licence: { name: 'Licence Ouverte 2.0', url: null, attribution: 'DGE' },
};
