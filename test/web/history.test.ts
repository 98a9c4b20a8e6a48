import { describe, expect, it } from 'vitest';
import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { diffWordings, mapAnswers, naiveClaims } from '../../web/history.ts';

const changed = (stretches: readonly { text: string; changed: boolean }[]) =>
  stretches.filter((stretch) => stretch.changed).map(({ text }) => text.trim());
const whole = (stretches: readonly { text: string }[]) =>
  stretches.map(({ text }) => text).join('');

describe('two wordings', () => {
  it('differ word by word, and each side keeps its own text whole', () => {
    const before = 'Part des factures émises sous un format numérique';
    const after = 'Part des factures émises sous un format électronique structuré';
    const diff = diffWordings(before, after);
    expect(changed(diff.before)).toEqual(['numérique']);
    expect(changed(diff.after).join(' ')).toBe('électronique structuré');
    expect([whole(diff.before), whole(diff.after)]).toEqual([before, after]);
  });

  it('do not cut words at their accents', () => {
    const diff = diffWordings('taux d’équipement', 'taux d’équipements');
    expect(changed(diff.before)).toEqual(['équipement']);
  });

  it('may be the same', () => {
    expect(diffWordings('Site internet', 'Site internet').same).toBe(true);
  });
});

const source = (edition: number, label: string) => ({ edition, label });
const question: QuestionAnswer = {
  code: 802,
  label: 'IA générative',
  chapter: { code: 8, label: 'Intelligence artificielle' },
  subchapter: null,
  editions: [2025, 2023, 2024],
  microdataEditions: [2025],
  type: 'single',
  direction: 'favourable',
  description: null,
  favourable: ['Oui'],
  answers: [
    {
      label: 'Oui',
      missing: false,
      editions: [2023, 2024, 2025],
      sourceLabels: [source(2023, "J'en ai"), source(2024, "J'en ai"), source(2025, 'Oui')],
    },
    {
      label: 'En projet',
      missing: false,
      editions: [2024],
      sourceLabels: [source(2024, 'En projet')],
    },
  ],
  wordings: [],
  comparability: [],
};

it('maps the answers of each edition, oldest first', () => {
  expect(mapAnswers(question).map(({ editions }) => editions.map(({ status }) => status))).toEqual([
    ['same', 'same', 'reworded'],
    ['absent', 'added', 'absent'],
  ]);
  expect(mapAnswers(question)[0]?.editions.map(({ label }) => label)).toEqual([
    "J'en ai",
    "J'en ai",
    'Oui',
  ]);
});

it('sets the naive subtraction beside what may be said', () => {
  const point = (edition: number, share: number | null) => ({
    edition,
    share,
    n: 100,
    weight: 100,
    se: null,
    ci: null,
    basis: 'microdata' as const,
    flag: null,
  });
  const change = (from: number, to: number, comparability: 'comparable' | 'reworded') => ({
    from,
    to,
    difference: null,
    se: null,
    ci: null,
    p: null,
    significant: null,
    comparability,
    reason: null,
    causes: [],
  });
  const trends: TrendsAnswer = {
    question: { code: 713, label: '', type: 'single', asked: 1 },
    answers: ['0 %'],
    confidence: 0.95,
    by: [],
    filters: {},
    series: [
      {
        key: {},
        label: 'Ensemble',
        answer: '0 %',
        points: [point(2023, null), point(2024, 0.192), point(2025, 0.321)],
        changes: [change(2023, 2024, 'comparable'), change(2024, 2025, 'reworded')],
      },
    ],
    notices: [],
    cautions: [],
  };
  const [first, second] = naiveClaims(trends);
  expect(first?.naive).toBeNull();
  expect(second?.naive).toBeCloseTo(0.129, 12);
  expect(second?.change.comparability).toBe('reworded');
});
