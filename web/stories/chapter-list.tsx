import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import { byChapter } from '../chapters.ts';
import { useLanguage } from '../context.ts';
import { Skeleton } from '../parts/states.tsx';
import { emptyView, formatView } from '../url-state.ts';
import { storyWords } from './words.ts';

/** Every chapter, each a way to its page. */
export function ChapterList({ questions }: { questions: readonly QuestionSummary[] | null }) {
  const { f, lang } = useLanguage();
  if (questions === null) return <Skeleton lines={8} />;
  return (
    <ol class="chapter-list">
      {byChapter(questions).map(({ code, label, questions: own }) => (
        <li key={code}>
          <a href={formatView({ ...emptyView('chapter', lang), chapter: code })}>
            <span class="chapter-number" aria-hidden="true">
              {code}
            </span>
            <span>
              <span class="chapter-name" lang="fr">
                {f.text(label)}
              </span>
              <span class="note">{f.text(storyWords[lang].counted(own.length))}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
