import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import { byChapter } from '../chapters.ts';
import { useLanguage } from '../context.ts';
import { matches } from '../fold.ts';
import { offerSearch, walkWithArrows } from '../shortcuts.ts';

interface Props {
  questions: readonly QuestionSummary[];
  chosen: number | null;
  search: string;
  /** Questions that answer the search by more than their labels. */
  also: readonly number[];
  onSearch(search: string): void;
  hrefOf(code: number): string;
}

/** Every question by chapter, narrowed as one types; a chapter opens when something in it is sought. */
export function QuestionList({ questions, chosen, search, also, onSearch, hrefOf }: Props) {
  const { t, f } = useLanguage();
  const found = useMemo(
    () =>
      questions.filter(
        ({ code, label, chapter, subchapter }) =>
          matches(`${code} ${label} ${chapter.label} ${subchapter ?? ''}`, search) ||
          also.includes(code),
      ),
    [questions, search, also],
  );
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) offerSearch(box.current);
    return list.current === null ? undefined : walkWithArrows(list.current);
  }, []);
  const searching = search.trim() !== '';
  return (
    <div class="question-list" ref={list}>
      <label class="field">
        <span>{f.text(t.searchQuestion)}</span>
        <input
          ref={box}
          type="search"
          aria-keyshortcuts="/"
          value={search}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      </label>
      <p class="note" role="status">
        {f.text(found.length === 0 ? t.noMatch(search) : t.questionCount(found.length))}
      </p>
      {found.length === 0 && <p>{f.text(t.noMatchHelp)}</p>}
      {byChapter(found).map((chapter) => (
        <details
          key={`${chapter.code} ${searching}`}
          open={searching || chapter.questions.some(({ code }) => code === chosen)}
        >
          <summary lang="fr">
            {f.text(chapter.label)} <span class="note">{chapter.questions.length}</span>
          </summary>
          <ul lang="fr">
            {chapter.questions.map(({ code, label }) => (
              <li key={code}>
                <a href={hrefOf(code)} aria-current={code === chosen ? 'true' : undefined}>
                  {f.text(label)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
