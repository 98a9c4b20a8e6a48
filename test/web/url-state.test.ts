import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bases, dimensions } from '../../core/contract/vocabulary.ts';
import { languages } from '../../core/format/language.ts';
import { keysOf } from '../../web/names.ts';
import {
  emptyView,
  exerciseView,
  formatView,
  parseParameters,
  parseView,
} from '../../web/url-state.ts';
import { shows, sorts, type View, verdicts } from '../../web/view.ts';

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 });
const code = fc.option(fc.integer({ min: 0, max: 999_999 }));

const views: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom(
    'home',
    'prospect',
    'explore',
    'question',
    'movers',
    'compare',
    'verification',
    'accessibility',
    'portrait',
    'chapter',
  ),
  lang: fc.constantFrom(...languages),
  question: code,
  chapter: code,
  answers: fc.uniqueArray(
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
  ),
  edition: code,
  by: fc.option(fc.constantFrom(...dimensions)),
  cross: fc.option(fc.constantFrom(...dimensions)),
  show: fc.option(fc.constantFrom(...shows)),
  intervals: fc.option(fc.constantFrom('shown', 'hidden')),
  letters: fc.boolean(),
  totals: fc.boolean(),
  sort: fc.constantFrom(...sorts),
  basis: fc.option(fc.constantFrom(...bases)),
  from: code,
  to: code,
  verdict: fc.option(fc.constantFrom(...verdicts)),
  rows: fc.constantFrom('first', 'all'),
  search: fc.string({ unit: 'grapheme' }),
  criteria: some(['501:Oui:+:1', "601:Non|Plutôt d'accord:-:0.25", '1301:De 1 000 à 5 000 €:+:40']),
  without: some(['department:2A', 'sector:commerce', 'size:1-9']),
  beside: some(['department:2A', 'department:29,sector:commerce', 'size:1-9']),
  plan: fc.constantFrom(null, '40:4:20:2', '25:2:10:Anne|Bruno'),
  region: some(keysOf.region),
  department: some(keysOf.department),
  sector: some(keysOf.sector),
  size: some(keysOf.size),
});

describe('the address of a view', () => {
  it('gives the same view back', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(formatView(view))).toEqual({ view, faults: [] });
      }),
    );
  });

  it('says nothing of what is not chosen', () => {
    expect(formatView(emptyView('home', 'fr'))).toBe('/');
    expect(formatView(emptyView('explore', 'en'))).toBe('/explorer?lang=en');
  });

  it('names the 2023 exercise in full', () => {
    expect(formatView(exerciseView('department', 'fr'))).toBe(
      '/prospecter?question=501&answer=Tout+%C3%A0+fait+d%27accord&edition=2023&by=department',
    );
  });

  it('tells apart what is valid, invalid and missing', () => {
    const { question, edition, region, by } = parseParameters(
      new URLSearchParams('question=501&edition=deux&region=53&region=99'),
    );
    expect(question).toEqual({ status: 'valid', value: 501 });
    expect(edition).toEqual({
      status: 'invalid',
      value: null,
      raw: ['deux'],
      reason: 'not-a-number',
    });
    expect(region).toEqual({
      status: 'invalid',
      value: ['53'],
      raw: ['99'],
      reason: 'unknown-value',
    });
    expect(by).toEqual({ status: 'missing', value: null });
  });

  it('keeps the rest of an address that is partly wrong, and reports what is wrong', () => {
    const { view, faults } = parseView(
      '/prospecter?question=501&edition=2023&edition=2025&by=commune&regoin=53&utm_source=lettre',
    );
    expect(view).toEqual({ ...emptyView('prospect', 'fr'), question: 501 });
    expect(faults).toEqual([
      { parameter: 'edition', raw: '2023, 2025', reason: 'given-twice' },
      { parameter: 'by', raw: 'commune', reason: 'unknown-value' },
      { parameter: 'regoin', raw: 'regoin', reason: 'unknown-parameter' },
    ]);
  });

  it.each([
    '/explorer?question=801&by=department&by=sector',
    '/explorer?question=801&by=department,sector',
    '/explorer?question=801&by=department&cross=sector',
  ])('reads the two dimensions of %s', (address) => {
    const view = { ...emptyView('explore', 'fr'), question: 801 };
    expect(parseView(address)).toEqual({
      view: { ...view, by: 'department', cross: 'sector' },
      faults: [],
    });
  });

  it('knows a page with or without its last slash, and no other', () => {
    expect(parseView('/explorer/').view.page).toBe('explore');
    expect(parseView('/explorateur').view.page).toBe('missing');
    expect(parseView('/question/713/').view).toEqual({
      ...emptyView('question', 'fr'),
      question: 713,
    });
    expect(parseView('/question/sept').view.page).toBe('missing');
  });
});
