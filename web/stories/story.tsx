import { useMemo } from 'preact/hooks';
import type { Story } from '../../core/contract/stories.ts';
import { dimensions } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';
import { keyText } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import type { ChartRequest } from '../draw.ts';
import { Chart } from '../parts/chart.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { emptyView, formatView } from '../url-state.ts';
import type { View } from '../view.ts';
import { storyWords } from './words.ts';

/** What draws a story's chart; null when its figures were not asked for. */
function requestOf({ chart }: Story): ChartRequest | null {
  if (chart.answer === undefined) return null;
  return chart.view === 'trends'
    ? { kind: 'trend', answer: chart.answer }
    : { kind: 'crosstab', answer: chart.answer };
}

/** The page where a story's figures are: the same question, edition, breakdown and answers. */
function dataOf({ chart }: Story, lang: Language): string {
  const { question, answer = [] } = chart.query;
  const asked: Partial<View> = { question, answers: answer };
  if (chart.view === 'trends') {
    return formatView({ ...emptyView('explore', lang), ...asked, show: 'trend' });
  }
  const { edition = null, by = [] } = chart.query;
  return formatView({ ...emptyView('explore', lang), ...asked, edition, by: by[0] ?? null });
}

function portraitOf({ profile }: Story, lang: Language): string | null {
  const own = dimensions.find((dimension) => profile[dimension] !== undefined);
  const key = own === undefined ? undefined : profile[own];
  return own === undefined || key === undefined
    ? null
    : formatView({ ...emptyView('portrait', lang), [own]: [key] });
}

function Ways({ story }: { story: Story }) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  const portrait = portraitOf(story, lang);
  const question = formatView({ ...emptyView('question', lang), question: story.question });
  const about = `story-${story.kind}-${story.question}`;
  return (
    <ul class="story-ways">
      <li>
        <a href={dataOf(story, lang)} aria-describedby={about}>
          {f.text(words.data)}
        </a>
      </li>
      <li>
        {portrait === null ? (
          <a href={question} aria-describedby={about}>
            {f.text(words.history)}
          </a>
        ) : (
          <a href={portrait} aria-describedby={about}>
            {f.text(words.portrait)}
          </a>
        )}
      </li>
    </ul>
  );
}

const ignore = (): void => undefined;

function Drawn({ story, height }: { story: Story; height: number }) {
  const request = useMemo(() => requestOf(story), [story]);
  const pointed = keyText(story.profile);
  if (request === null) return null;
  return (
    <div class="story-chart">
      <Chart
        request={request}
        expected={height}
        pointed={pointed === '' ? null : pointed}
        onPoint={ignore}
      />
    </div>
  );
}

/** The height that a chart takes in a column: a line for each row of bars, or that of a course. */
function heightOf({ chart }: Story, lead: boolean): number {
  if (chart.view === 'trends' || chart.answer === undefined) return lead ? 360 : 320;
  const { rows, total } = chart.answer;
  return rows.length === 0 ? 150 + 20 * total.cells.length : 70 + 42 * rows.length;
}

/** Whether a sentence would fill a screen if it were as large as a short one. */
const isLong = (sentence: string): boolean => sentence.length > 95;

interface Props {
  story: Story;
  /** Whether it opens the page, larger than the others. */
  lead?: boolean;
  /** Whether its chapter is said: not on the chapter's own page. */
  placed: boolean;
}

/** A story: what it says, its chart, its figures read out, and the ways into them. The one that leads is larger. */
export function StoryPiece({ story, lead = false, placed }: Props) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  const id = `story-${story.kind}-${story.question}`;
  const question = formatView({ ...emptyView('question', lang), question: story.question });
  return (
    <article class={lead ? 'story lead' : 'story'} aria-labelledby={id}>
      <div class="story-text">
        <p class="kicker">
          {f.text(words.kinds[story.kind])}
          {placed && (
            <>
              {' · '}
              <span lang="fr">{f.text(story.chapter.label)}</span>
            </>
          )}
        </p>
        <h3 id={id} class={isLong(story.sentence[lang]) ? 'long' : undefined}>
          <a href={question}>
            <Sentence text={story.sentence[lang]} labels={[story.label]} />
          </a>
        </h3>
        {lead && <StoryNotes story={story} />}
      </div>
      <Drawn story={story} height={heightOf(story, lead)} />
      {!lead && <StoryNotes story={story} />}
    </article>
  );
}

function StoryNotes({ story }: { story: Story }) {
  const { lang } = useLanguage();
  return (
    <div class="story-notes">
      <p class="reading">
        <Sentence text={story.reading[lang]} labels={[story.label]} />
      </p>
      {story.caution !== null && <p class="caution">{story.caution[lang]}</p>}
      <Ways story={story} />
    </div>
  );
}
