import type { QuestionSummary, QuestionsAnswer } from '../../core/contract/catalogue.ts';
import type { StoriesAnswer } from '../../core/contract/stories.ts';
import { byChapter, type Chapter as ChapterOf } from '../chapters.ts';
import { useLanguage } from '../context.ts';
import { Failure, Skeleton } from '../parts/states.tsx';
import type { Resource } from '../resource.ts';
import { ChapterList } from '../stories/chapter-list.tsx';
import { Stories } from '../stories/front.tsx';
import { LatestFigures } from '../stories/latest-figures.tsx';
import { storyWords } from '../stories/words.ts';
import { emptyView, formatView } from '../url-state.ts';
import type { View } from '../view.ts';

interface Props {
  view: View;
  questions: readonly QuestionSummary[] | null;
  stories: Resource<StoriesAnswer>;
  listed: Resource<QuestionsAnswer>;
}

function Index({ questions, asked }: { questions: Props['questions']; asked: number | null }) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{f.text(words.chapters)}</h1>
        <p>{f.text(words.chaptersLead)}</p>
        {asked !== null && questions !== null && (
          <p class="caution">{f.text(words.unknown(asked))}</p>
        )}
      </header>
      <ChapterList questions={questions} />
    </>
  );
}

/** The chapters before and after, and all of them. */
function Neighbours({ chapters, code }: { chapters: readonly ChapterOf[]; code: number }) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  const place = chapters.findIndex((each) => each.code === code);
  const to = (chapter: number | null) => formatView({ ...emptyView('chapter', lang), chapter });
  const near = [
    [words.previous, chapters[place - 1]],
    [words.next, chapters[place + 1]],
  ] as const;
  return (
    <nav class="near-chapters" aria-label={f.text(words.chapters)}>
      <ul>
        {near.map(([name, chapter]) =>
          chapter === undefined ? null : (
            <li key={name}>
              <span class="note">{f.text(name)}</span>{' '}
              <a href={to(chapter.code)} lang="fr">
                {f.text(chapter.label)}
              </a>
            </li>
          ),
        )}
        <li>
          <a href={to(null)}>{f.text(words.all)}</a>
        </li>
      </ul>
    </nav>
  );
}

function Questions({ listed, code }: { listed: Props['listed']; code: number }) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  const state = listed.state.value;
  const own = (state.value?.questions ?? []).filter(({ chapter }) => chapter.code === code);
  return (
    <section class="chapter-questions" aria-labelledby="chapter-questions">
      <h2 id="chapter-questions">{f.text(words.questions)}</h2>
      <p>{f.text(words.questionsLead)}</p>
      {state.status === 'failed' ? (
        <Failure
          problem={state.problem}
          retry={listed.retry}
          startAgain={formatView(emptyView('chapter', lang))}
        />
      ) : own.length === 0 ? (
        <Skeleton lines={12} />
      ) : (
        <LatestFigures questions={own} />
      )}
    </section>
  );
}

/** A chapter: what the edition teaches in it, then its questions with their latest figures; without one, all of them. */
export function Chapter({ view, questions, stories, listed }: Props) {
  const { f, lang } = useLanguage();
  const chapters = byChapter(questions ?? []);
  const chapter = chapters.find(({ code }) => code === view.chapter);
  if (view.chapter !== null && questions === null) return <Skeleton lines={20} />;
  if (chapter === undefined) return <Index questions={questions} asked={view.chapter} />;
  return (
    <article class="chapter">
      <header class="page-header">
        <p class="kicker">{f.text(storyWords[lang].chapter(chapter.code))}</p>
        <h1 tabIndex={-1} lang="fr">
          {f.text(chapter.label)}
        </h1>
      </header>
      <Stories resource={stories} startAgain={formatView(emptyView('chapter', lang))} />
      <Questions listed={listed} code={chapter.code} />
      <Neighbours chapters={chapters} code={chapter.code} />
    </article>
  );
}
