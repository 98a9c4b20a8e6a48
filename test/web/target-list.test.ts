import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { targetList } from '../../core/format/target-list.ts';
import { keptRows } from '../../web/prospect/exclusions.ts';
import { listNotes } from '../../web/prospect/list-notes.ts';
import { nafOf, stateRequest } from '../../web/prospect/state-files.ts';
import { stateTargets } from '../../web/prospect/state-targets.ts';
import { summarise } from '../../web/prospect/summary.ts';
import { listAsCsv } from '../../web/prospect/target-list.ts';
import { demonstration } from '../core/charts/samples.ts';

const row = (key: RankingRow['key'], part: Partial<RankingRow> = {}): RankingRow => ({
  rank: 1,
  key,
  label: 'x',
  n: 60,
  weight: 1234.6,
  count: 30,
  share: 0.51234,
  se: 0.01,
  ci: [0.4, 0.6],
  smoothed: { share: 0.5, ci: [0.45, 0.55] },
  potential: { enterprises: 617.3, ci: [500, 700] },
  rankInterval: [1, 3],
  topProbability: 0.9,
  tier: 1,
  score: null,
  flag: null,
  ...part,
});

const answer = (by: RankingsAnswer['by'], rows: RankingRow[]): RankingsAnswer => ({
  question: { code: 601, label: 'Site', type: 'single', asked: 1 },
  answers: ['Non'],
  edition: 2025,
  basis: 'microdata',
  by,
  sort: 'smoothed',
  confidence: 0.95,
  filters: {},
  total: rows.length,
  overall: { n: 1, weight: 1, count: 1, share: 0.5, ci: null },
  rows,
  notices: [],
  cautions: [],
});

const pairs = answer(
  ['department', 'sector'],
  [
    row({ department: '2A', sector: 'commerce' }),
    row({ department: '29', sector: 'industrie' }, { rank: 2, flag: 'suppressed', share: null }),
    row({ department: '971', sector: 'ntic' }, { rank: 3, tier: 2 }),
  ],
);

describe('the list of targets', () => {
  it('opens in French Excel: semicolons, decimal commas, a byte-order mark', async () => {
    const text = await listAsCsv(targetList(pairs, pairs.rows, 'Source : essai.', 'fr'), 'excel');
    const [head, first, second] = text.split('\r\n');
    expect(head).toMatch(
      /^\uFEFFrang;rang_bas;rang_haut;groupe;code_departement;departement;code_secteur;secteur;/,
    );
    expect(first).toBe(
      '1;1;3;A;2A;Corse-du-Sud;commerce;Commerce (détail et gros);60;1235;30;0,5123;0,4;0,6;0,5;0,45;0,55;617;500;700;enquête;;;;0,9;;;2025;Source : essai.;',
    );
    expect(second).toContain(';base trop faible;estimé par le modèle;2025;Source : essai.;');
  });

  it('imports in a CRM: commas, decimal points, no mark, one header row', async () => {
    const text = await listAsCsv(targetList(pairs, pairs.rows.slice(0, 1), '', 'fr'), 'crm');
    expect(text.charCodeAt(0)).toBe('r'.charCodeAt(0));
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain(',0.5123,');
  });

  it('speaks English to who reads English: names of columns, of what they hold, of the workbook’s sheet', async () => {
    const text = await listAsCsv(targetList(pairs, pairs.rows, 'Source: trial.', 'en'), 'crm');
    const [head, first, second] = text.split('\r\n');
    expect(head).toBe(
      'rank,rank_low,rank_high,group,department_code,department,sector_code,sector,base_respondents,enterprises_represented,answers,share,share_low,share_high,smoothed_share,smoothed_share_low,smoothed_share_high,potential,potential_low,potential_high,potential_rests_on,score,score_low,score_high,first_10_probability,flag,estimate_origin,edition,source,salesperson',
    );
    expect(first).toBe(
      '1,1,3,A,2A,Corse-du-Sud,commerce,Retail and wholesale trade,60,1235,30,0.5123,0.4,0.6,0.5,0.45,0.55,617,500,700,survey,,,,0.9,,,2025,Source: trial.,',
    );
    expect(second).toContain(',base too small,model-based,2025,Source: trial.,');
  });

  it('says which potentials rest on official counts', () => {
    const potential = { enterprises: 600, ci: [500, 700] as [number, number] };
    const rows = (['register', 'calibrated', 'survey'] as const).map((basis) =>
      row({ department: '29' }, { potential: { ...potential, basis } }),
    );
    const { columns, rows: lines } = targetList(answer(['department'], rows), rows, '', 'fr');
    const at = columns.indexOf('potentiel_fonde_sur');
    expect(lines.map((line) => line[at])).toEqual([
      'effectif officiel',
      'effectif officiel réparti selon l’enquête',
      'enquête',
    ]);
  });

  it('leaves out what the vendor leaves out', () => {
    const kept = keptRows(pairs.rows, ['sector:industrie', 'department:971']);
    expect(kept.map(({ key }) => key.department)).toEqual(['2A']);
  });
});

describe('the request to the State’s list builder', () => {
  it('gives departments it takes as text, and Corsica to be ticked by hand', () => {
    const asked = stateRequest(pairs, pairs.rows);
    expect(asked.departments).toEqual(['29', '971']);
    expect(asked.byHand).toEqual(['2A']);
    expect(asked.withoutNaf).toEqual([]);
  });

  it('parts NAF codes into files of a hundred lines at most', () => {
    const { nafFiles } = stateRequest(pairs, pairs.rows);
    expect(nafFiles.length).toBe(5);
    for (const file of nafFiles) expect(file.split('\n').length).toBeLessThanOrEqual(100);
    expect(nafFiles.join('\n').split('\n')).toHaveLength(
      ['commerce', 'ntic', 'industrie'].reduce((sum, key) => sum + nafOf.get(key)!.length, 0),
    );
  });

  it('knows every sub-class of the divisions it attributes, each in one sector', () => {
    const official = readFileSync('test/fixtures/naf-rev2.txt', 'utf8').trim().split('\n');
    const left = ['68', '84', '94', '95', '97', '98', '99'];
    const all = [...nafOf.values()].flat().sort();
    expect(all).toEqual(official.filter((code) => !left.includes(code.slice(0, 2))));
  });

  it('of regions names their departments, those of the survey’s grouping of two included', () => {
    const regions = answer(['region'], [row({ region: '53' }), row({ region: '93+94' })]);
    const asked = stateRequest(regions, regions.rows);
    expect(asked.departments).toEqual(['04', '05', '06', '13', '22', '29', '35', '56', '83', '84']);
    expect(asked.byHand).toEqual(['2A', '2B']);
    const within = {
      ...answer(['sector'], [row({ sector: 'ntic' })]),
      filters: { region: ['53'] },
    };
    expect(stateRequest(within, within.rows).departments).toEqual(['22', '29', '35', '56']);
  });

  it('begins with what is called first, not with the whole of France', () => {
    const codes = Array.from({ length: 60 }, (_, k) => String(k + 21));
    const places = (tierOf: (index: number) => number | null) =>
      codes.map((department, index) => row({ department }, { tier: tierOf(index) }));
    const first = (rows: RankingRow[]) => stateTargets(answer(['department'], rows), rows, 'fr')[0];
    const grouped = first(places((index) => (index < 4 ? 1 : 2)));
    expect([grouped?.label, grouped?.rows.length]).toEqual(['Groupe A : 4 départements', 4]);
    const large = first(places(() => 1));
    expect([large?.label, large?.rows.length]).toEqual(['10 départements en tête', 10]);
    expect(first(places(() => null))?.rows.length).toBe(10);
  });

  it('takes crossed targets one at a time, for the tool would cross them all', () => {
    const targets = stateTargets(pairs, pairs.rows, 'en');
    expect(targets.map(({ rows }) => rows.length)).toEqual(pairs.rows.map(() => 1));
  });

  it('translates sizes into headcount codes', () => {
    const sizes = answer(['size'], [row({ size: '10-49' }), row({ size: '0' })]);
    const filtered = {
      ...answer(['department'], [row({ department: '29' })]),
      filters: { size: ['1-9', '0'] },
    };
    expect(stateRequest(filtered, filtered.rows).headcounts).toEqual(['00', '01', '02', '03']);
    expect(stateRequest(sizes, sizes.rows).headcounts).toEqual(['00', '11', '12']);
  });
});

describe('the notes of a list', () => {
  const context = {
    provenance: demonstration,
    without: ['department:75', 'sector:ntic'],
    address: 'https://exemple.fr/prospecter?answer=Tout+à+fait+d%27accord&without=department:75',
    date: '2026-11-28T10:00:00Z',
  };
  const indicative = {
    ...answer(
      ['department'],
      pairs.rows.map((one) => ({ ...one, tier: null })),
    ),
    cautions: [{ code: 'indicative-order' as const }, { code: 'assumed-base' as const }],
  };

  it.each([
    [
      'fr',
      /^Méthode : La part pondérée/,
      'Exclusions : Paris et Nouvelles technologies',
      /^Source : |Source : enquête/,
    ],
    ['en', /^Method: The weighted share/, 'Left out: Paris and ', /Source: /],
  ] as const)(
    'say in %s the method, filters, exclusions, source, cautions and date',
    (language, method, without, source) => {
      const notes = listNotes(indicative, indicative.rows, { ...context, language });
      const plain = notes.map((note) => note.replaceAll(/[\u202f\u00a0]/gu, ' '));
      expect(plain.some((note) => method.test(note))).toBe(true);
      expect(plain.some((note) => note.startsWith(without))).toBe(true);
      expect(plain.some((note) => source.test(note))).toBe(true);
      expect(
        plain.some((note) =>
          note.includes(language === 'fr' ? '28 novembre 2026' : '28 November 2026'),
        ),
      ).toBe(true);
      expect(plain.some((note) => note.endsWith(context.address))).toBe(true);
      const english = plain.join(' ');
      if (language === 'en') expect(english).not.toMatch(/données de démonstration|Précautions/i);
      // Once, though both the summary and the cautions of the answer would say it.
      expect(english.match(/indicati(?:f|ve)/g)).toHaveLength(1);
    },
  );
});

describe('the summary', () => {
  it('says who leads and what to beware of, in both languages', () => {
    const { sentences, cautions } = summarise(pairs, pairs.rows, 'fr');
    expect(sentences[0]).toMatch(
      /^Le groupe A réunit 2 cibles que les données ne départagent pas : /,
    );
    expect(sentences.join(' ')).toContain('1\u202f850 entreprises');
    expect(cautions.join(' ')).toContain('1 sur une base faible');
    expect(summarise(pairs, pairs.rows, 'en').sentences[0]).toMatch(/^Group A gathers 2 targets/);
  });

  it('says what a score counts, the heaviest first, and what counts against', () => {
    const criterion = (code: number, label: string, direction: '+' | '-', weight: number) => ({
      question: { code, label, type: 'single', asked: 1 },
      answers: ['Oui'],
      direction,
      weight,
      dropped: false,
    });
    const scored = {
      ...pairs,
      sort: 'score' as const,
      criteria: [
        criterion(911, 'Mesures de cybersécurité', '-', 0.4),
        criterion(510, 'Peur du piratage', '+', 0.6),
      ],
      rows: pairs.rows.map((one, index) => ({ ...one, score: 60 - index })),
    };
    expect(summarise(scored, scored.rows, 'fr').sentences[1]).toBe(
      'Ce que le score compte : Peur du piratage («\u202fOui\u202f», 60\u202f%) ; Mesures de cybersécurité («\u202fOui\u202f», en moins, 40\u202f%).',
    );
  });

  it('does not say of one alone that the data cannot tell it apart', () => {
    const alone = answer(
      ['department'],
      [row({ department: '75' }), row({ department: '29' }, { rank: 2, tier: 2 })],
    );
    const [lead] = summarise(alone, alone.rows, 'fr').sentences;
    expect(lead).toMatch(/^Nettement en tête : /);
    expect(lead).not.toContain('départagent');
  });
});
