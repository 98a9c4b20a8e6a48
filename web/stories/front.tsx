import type { StoriesAnswer } from '../../core/contract/stories.ts';
import { useLanguage } from '../context.ts';
import { Failure, Skeleton } from '../parts/states.tsx';
import type { Resource } from '../resource.ts';
import { emptyView, formatView } from '../url-state.ts';
import { StoryPiece } from './story.tsx';
import { storyWords } from './words.ts';

const kinds = ['mover', 'gap', 'record', 'fact'] as const;

function NoStory({ answer }: { answer: StoriesAnswer }) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  return (
    <div class="empty no-story">
      <h3>{f.text(words.emptyTitle)}</h3>
      <p>{f.text(answer.basis === 'published' ? words.emptyPublished : words.empty)}</p>
      <p>
        <a href={formatView(emptyView('explore', lang))}>{f.text(words.explore)}</a>
      </p>
    </div>
  );
}

/** How many claims were looked at for these: what makes them more than a choice. */
function Method({ answer: { examined } }: { answer: StoriesAnswer }) {
  const { f, lang } = useLanguage();
  const total = (count: 'tested' | 'standing') =>
    kinds.reduce((sum, kind) => sum + examined[kind][count], 0);
  return (
    <p class="note story-method">
      {f.text(storyWords[lang].method(f.count(total('standing')), f.count(total('tested'))))}
    </p>
  );
}

function Told({ answer, busy }: { answer: StoriesAnswer; busy: boolean }) {
  const placed = answer.chapter === null;
  const [lead, ...others] = answer.stories;
  if (lead === undefined) return <NoStory answer={answer} />;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <StoryPiece story={lead} lead placed={placed} />
      {others.length > 0 && (
        <div class="story-grid">
          {others.map((story) => (
            <StoryPiece key={`${story.kind} ${story.question}`} story={story} placed={placed} />
          ))}
        </div>
      )}
      <Method answer={answer} />
    </div>
  );
}

/** What an edition teaches: a story that leads with its chart, the others below; holds its place until it has come. */
export function Stories({
  resource,
  startAgain,
}: {
  resource: Resource<StoriesAnswer>;
  startAgain: string;
}) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  const state = resource.state.value;
  const edition = state.value?.edition ?? null;
  return (
    <section class="stories" aria-labelledby="stories">
      <h2 id="stories" class="stories-title">
        {f.text(edition === null ? words.titleAlone : words.title(edition))}
      </h2>
      {state.status === 'failed' ? (
        <Failure problem={state.problem} retry={resource.retry} startAgain={startAgain} />
      ) : state.value === null ? (
        <div class="stories-waiting">
          <Skeleton lines={9} />
        </div>
      ) : (
        <Told answer={state.value} busy={state.status === 'loading'} />
      )}
    </section>
  );
}
