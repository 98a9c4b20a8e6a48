import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { CompareAnswer, MoversAnswer } from '../../core/contract/comparison.ts';
import type { StoriesAnswer, Story } from '../../core/contract/stories.ts';
import { regions } from '../../core/contract/territories.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { sectors } from '../../core/contract/vocabulary.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { storySurvey } from '../warehouse/story-survey.ts';
import { get, openApp } from './open-app.ts';

let app: FastifyInstance;
let answer: StoriesAnswer;
let byKind: (kind: Story['kind'], question: number) => Story;

const ask = async <Answer>(url: string, of = app): Promise<Answer> =>
  (await get(of, `/api/v1${url}`)).body as Answer;

beforeAll(async () => {
  app = await openApp(storySurvey(), formatWriters);
  answer = await ask('/stories?limit=100');
  byKind = (kind, question) => {
    const story = answer.stories.find((each) => each.kind === kind && each.question === question);
    if (story === undefined) throw new Error(`No ${kind} tells question ${question}.`);
    return story;
  };
});

test('JSON-stat has every figure of every story, and names the questions', async () => {
  const { body } = await get(app, '/api/v1/stories?limit=100&format=json-stat');
  const measures: string[] = body.dimension.measure.category.index;
  const shares = body.value.filter(
    (value: number | null, place: number) =>
      value !== null && measures[place % measures.length] === 'share',
  );
  const figures = answer.stories.flatMap((story) => story.figures);
  expect(shares.sort()).toEqual(figures.map(({ share }) => share).sort());
  expect(body.dimension.question.category.label).toEqual(
    Object.fromEntries(answer.stories.map(({ question, label }) => [question, label])),
  );
});

test('JSON-stat of movers has a dimension for questions and one for answers, no third', async () => {
  const { body } = await get(app, '/api/v1/movers?format=json-stat');
  expect(body.id).toEqual(['question', 'answer', 'measure']);
});

describe('the stories of an edition', () => {
  it('are what the survey was made to teach: each kind in turn, no chapter twice before all are told', () => {
    expect(answer.edition).toBe(2025);
    expect(answer.stories.map(({ kind, question }) => [kind, question])).toEqual([
      ['mover', 801],
      ['gap', 601],
      ['record', 1002],
      ['fact', 911],
      ['fact', 501],
      ['mover', 922],
      ['mover', 702],
    ]);
  });

  it('take a change from the movers, figure for figure', async () => {
    const { movers } = await ask<MoversAnswer>('/movers?from=2024&to=2025');
    const change = movers.find(({ question }) => question === 801);
    const story = byKind('mover', 801);
    expect(story).toMatchObject({
      answer: 'Oui',
      difference: change?.difference,
      ci: change?.ci,
      p: change?.p,
      q: change?.q,
      caution: null,
    });
    expect(story.figures.map(({ edition, n, share }) => [edition, n, share])).toEqual([
      [2024, 1200, 0.2],
      [2025, 1200, 0.4],
    ]);
    expect(story.sentence).toEqual({
      fr: '40\u202f% des TPE-PME utilisent l’IA, deux fois plus qu’en 2024',
      en: '40% of SMEs use AI, twice as many as in 2024',
    });
  });

  it('take a profile from the comparison, judged among all the profiles', async () => {
    const { gaps } = await ask<CompareAnswer>('/compare?sector=commerce&edition=2025');
    const gap = gaps.find(({ question }) => question === 601);
    const story = byKind('gap', 601);
    expect(story.profile).toEqual({ sector: 'commerce' });
    expect(story.figures.map(({ group, n, share }) => [group, n, share])).toEqual([
      ['rest', 800, 0.45],
      ['profile', 400, 0.9],
    ]);
    expect(story.difference).toBeCloseTo(gap?.difference ?? 0, 12);
    expect(story.p / (gap?.p ?? 0)).toBeCloseTo(1, 6);
    expect(story.sentence.fr).toContain('contre 45\u202f% dans le reste de la France');
  });

  it('call a record what is above every comparable edition', async () => {
    const { series } = await ask<TrendsAnswer>('/trends?question=1002&answer=Oui');
    const story = byKind('record', 1002);
    expect(story.figures.map(({ edition, share, ci }) => [edition, share, ci])).toEqual(
      series[0]?.points.map(({ edition, share, ci }) => [edition, share, ci]),
    );
    expect(story.p).toBe(series[0]?.changes.at(-1)?.p);
    expect(story.caution).toBeNull();
    expect(story.sentence.fr).toMatch(
      /, la part la plus haute des éditions comparables \(2023 à 2025\)$/,
    );
  });

  it('count together what the producer counts, for what most share', () => {
    const story = byKind('fact', 501);
    expect(story.answer).toBe("Tout à fait d'accord + Plutôt d'accord");
    expect(story.figures).toMatchObject([{ edition: 2025, group: 'all', n: 1200, share: 0.8 }]);
    expect(story.chart).toEqual({ view: 'crosstab', query: { question: 501, edition: 2025 } });
  });

  it('call for caution when questions that describe enterprises moved as far', () => {
    expect(answer.noise?.largest).toBeCloseTo(0.08, 12);
    const story = byKind('mover', 702);
    expect(story.difference).toBeCloseTo(0.06, 12);
    expect(story.caution?.fr).toContain('8\u00a0points');
  });

  it('tell of those asked what a question put to some of them shows, and which part that is', () => {
    const story = byKind('mover', 922);
    expect(story.asked).toBeCloseTo(0.5, 12);
    expect(story.figures.map(({ n, share }) => [n, share])).toEqual([
      [600, 0.4],
      [600, 0.52],
    ]);
    expect(story.sentence).toEqual({
      fr: 'Pare-feu\u202f: environ la moitié des TPE-PME interrogées sur ce point déclarent cette mesure, 12\u00a0points de plus qu’en 2024',
      en: 'Pare-feu: about half of SMEs asked this question report this measure, 12\u00a0points more than in 2024',
    });
    expect(story.reading.fr).toContain('Question posée à 50\u202f% des entreprises.');
  });

  it('call no majority of those asked a fact, and no change told between different parts', async () => {
    expect(answer.stories.filter(({ question }) => question === 921)).toEqual([]);
    const { movers } = await ask<MoversAnswer>('/movers?from=2024&to=2025');
    expect(movers.find(({ question }) => question === 923)?.significant).toBe(true);
    expect(answer.stories.filter(({ question }) => question === 923)).toEqual([]);
  });

  it.each(['/crosstab?question=921', '/trends?question=921', '/rankings?question=921&by=sector'])(
    'leave to %s, whose answer says which part was asked',
    async (url) => {
      const { question } = await ask<{ question: { asked: number } }>(url);
      expect(question.asked).toBeCloseTo(0.5, 12);
    },
  );

  it('leave to /movers, which says so of each of its differences', async () => {
    const { movers } = await ask<MoversAnswer>('/movers?from=2024&to=2025');
    const part = (code: number) => movers.find(({ question }) => question === code)?.asked;
    expect(part(921)).toBeCloseTo(0.5, 12);
    expect(part(801)).toBe(1);
  });

  it('say how many claims were tested, and how many stand', () => {
    expect(answer.examined).toEqual({
      mover: { tested: 12, standing: 6 },
      gap: { tested: 77, standing: 3 },
      record: { tested: 10, standing: 4 },
      fact: { tested: 6, standing: 3 },
    });
  });

  it('lead to their figures, and carry them when asked', async () => {
    const { stories } = await ask<StoriesAnswer>('/stories?detail=charts');
    for (const { chart, data, page } of stories) {
      const { status, body } = await get(app, data);
      expect(status).toBe(200);
      expect(chart.answer).toEqual(body);
      expect(page).toMatch(chart.view === 'trends' ? /^\/question\/\d+\?/ : /^\/explorer\?/);
    }
  });

  it('leave as a table, a line for each figure', async () => {
    const { payload } = await app.inject('/api/v1/stories?limit=1&format=csv');
    expect(payload.split('\r\n').filter(Boolean)).toHaveLength(1 + 2);
    expect(payload).toContain('"40\u202f% des TPE-PME utilisent l’IA, deux fois plus qu’en 2024"');
  });
});

describe('asked less', () => {
  it('one chapter tells its own', async () => {
    const { chapter, stories } = await ask<StoriesAnswer>('/stories?chapter=8');
    expect(chapter).toEqual({ code: 8, label: 'Intelligence artificielle' });
    expect(stories.map(({ question }) => question)).toEqual([801]);
  });

  it('an unknown chapter or edition is refused, with those there are', async () => {
    expect(await get(app, '/api/v1/stories?chapter=99')).toMatchObject({
      status: 400,
      body: { parameter: 'chapter', allowed: [2, 5, 6, 7, 8, 9, 10] },
    });
    expect(await get(app, '/api/v1/stories?edition=1999')).toMatchObject({
      status: 400,
      body: { parameter: 'edition', allowed: [2023, 2024, 2025] },
    });
  });

  it('the first edition has neither change nor record', async () => {
    const { examined, stories } = await ask<StoriesAnswer>('/stories?edition=2023');
    expect(examined.mover.tested + examined.record.tested).toBe(0);
    expect(stories.map(({ kind, question }) => [kind, question])).toEqual([
      ['fact', 911],
      ['fact', 501],
      ['fact', 601],
    ]);
  });
});

test('a warehouse of one edition tells what it can', async () => {
  const single = await openApp(storySurvey([2025]));
  const { stories } = await ask<StoriesAnswer>('/stories', single);
  expect(stories.map(({ kind, question }) => [kind, question])).toEqual([
    ['gap', 601],
    ['fact', 911],
    ['fact', 501],
  ]);
});

test('published figures alone tell nothing, and it is said why', async () => {
  const published = await openApp(storySurvey([2024, 2025], 'published'));
  const { basis, stories, notices } = await ask<StoriesAnswer>('/stories', published);
  expect({ basis, stories }).toEqual({ basis: 'published', stories: [] });
  expect(notices.join(' ')).toContain('ni effectif, ni intervalle, ni test');
});

test('a profile is told only of what its own comparison finds, however much the others stand out', async () => {
  const survey = storySurvey();
  const [question, edition, answer, region, sector] = [0, 1, 2, 6, 7];
  let moved = 0;
  const bretagne = regions.findIndex(({ code }) => code === '53') + 1;
  const commerce = sectors.findIndex(({ key }) => key === 'commerce') + 1;
  const responses = (survey.responses ?? []).map((row, place) => {
    if (row[edition] !== 2025) return row;
    const stark = row[sector] === commerce && place % 2 === 0;
    const nudged =
      row[sector] !== commerce && row[region] === bretagne && row[question] === 702 && moved < 42;
    if (nudged && row[answer] === 2) moved += 1;
    return stark || nudged ? row.with(answer, 1) : row;
  });
  const own = await openApp({ ...survey, responses }, formatWriters);
  const { stories } = await ask<StoriesAnswer>('/stories?limit=100', own);
  const { gaps, significant } = await ask<CompareAnswer>('/compare?region=53', own);
  expect([significant, gaps[0]?.question, (gaps[0]?.p ?? 1) < 0.02]).toEqual([0, 702, true]);
  expect(stories.some(({ profile }) => profile?.sector === 'commerce')).toBe(true);
  expect(stories.flatMap(({ profile }) => profile?.region ?? [])).toEqual([]);
  await own.close();
});
