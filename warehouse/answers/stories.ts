import {
  type StoriesAnswer,
  type StoriesQuery,
  type Story,
  type StoryKind,
  storyKinds,
} from '../../core/contract/stories.ts';
import { cautioned } from '../../core/format/cautions.ts';
import { pickDiverse } from '../../core/stats/diversity.ts';
import type { Catalogue, Edition } from '../catalogue.ts';
import { publishedCaution, weightingCautions } from '../cautions.ts';
import type { Finding, Profile } from '../findings/finding.ts';
import { type Findings, findingsOf } from '../findings/findings.ts';
import { storyOf } from '../findings/story.ts';
import type { Warehouse } from '../warehouse.ts';
import { requireChapter } from './catalogue.ts';
import { originCautions } from './cautions.ts';
import { crosstab } from './crosstab.ts';
import { requireEdition } from './study.ts';
import { trends } from './trends.ts';

const fewStories = 6;

/** The latest edition whose figures can be tested; without any, the latest there is. */
function latestEdition({ editions }: Catalogue): Edition | undefined {
  const all = [...editions.values()];
  return all.findLast(({ microdata }) => microdata) ?? all.at(-1);
}

async function withAnswer(warehouse: Warehouse, story: Story): Promise<Story> {
  const { chart } = story;
  return chart.view === 'trends'
    ? { ...story, chart: { ...chart, answer: await trends(warehouse, chart.query) } }
    : { ...story, chart: { ...chart, answer: await crosstab(warehouse, chart.query) } };
}

/** The findings told: sure ones of every kind in turn, then those that call for caution. */
function choose(findings: readonly Finding[], count: number): Finding[] {
  const sure = pickDiverse(
    findings.filter(({ cautious }) => !cautious),
    storyKinds,
    count,
  );
  const left = findings.filter(
    (each) => each.cautious && !sure.some(({ subject }) => subject === each.subject),
  );
  return [...sure, ...pickDiverse(left, storyKinds, count - sure.length)];
}

const examinedIn = (found: Findings | null): StoriesAnswer['examined'] => {
  const count = (kind: StoryKind) => ({
    tested: found?.[kind].tested ?? 0,
    standing: found?.[kind].standing ?? 0,
  });
  return { mover: count('mover'), gap: count('gap'), record: count('record'), fact: count('fact') };
};

/**
 * What an edition teaches, computed and not chosen: changes beyond noise, profiles apart, records of a series and what
 * most enterprises share, each kind tested as one family at a false discovery rate of 5 %. The surest are told,
 * no question twice, spread over chapters and profiles. Without microdata nothing can be tested: no story.
 */
export async function stories(warehouse: Warehouse, query: StoriesQuery): Promise<StoriesAnswer> {
  const { catalogue } = warehouse;
  const chapter = query.chapter === undefined ? null : requireChapter(catalogue, query.chapter);
  const edition =
    query.edition === undefined
      ? latestEdition(catalogue)
      : requireEdition(catalogue, query.edition);
  const found = edition?.microdata ? await findingsOf(warehouse, edition) : null;
  const findings = storyKinds
    .flatMap((kind) => found?.[kind].findings ?? [])
    .filter(({ question }) => chapter === null || question.chapter === chapter.code);
  const told = choose(findings, query.limit ?? fewStories);
  const written = told.map((finding) => storyOf(finding, found?.noise?.largest ?? 0));
  const whole = query.detail === 'charts';
  return {
    edition: edition?.edition ?? null,
    basis: found === null ? 'published' : 'microdata',
    chapter,
    filters: {},
    examined: examinedIn(found),
    noise: found?.noise ?? null,
    stories: whole
      ? await Promise.all(written.map((story) => withAnswer(warehouse, story)))
      : written,
    ...cautioned([
      ...originCautions(warehouse),
      ...(found === null ? [publishedCaution] : []),
      ...weightingCautions(written.flatMap(({ figures }) => figures.map((each) => each.edition))),
    ]),
  };
}

/**
 * The stories of an edition that are about one profile, the surest first, no question twice; none for an edition that
 * cannot be tested, nor for a department, whose samples are too small to be told of.
 */
export async function storiesAbout(
  warehouse: Warehouse,
  profile: Profile,
  { edition: year, limit }: { edition: number; limit: number },
): Promise<Story[]> {
  const edition = requireEdition(warehouse.catalogue, year);
  if (!edition.microdata) return [];
  const found = await findingsOf(warehouse, edition);
  const own = found.gap.findings.filter(
    (each) => each.profile?.dimension === profile.dimension && each.profile.key === profile.key,
  );
  return pickDiverse(own, storyKinds, limit).map((finding) => storyOf(finding, 0));
}
