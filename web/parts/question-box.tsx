import { useId, useMemo, useState } from 'preact/hooks';
import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import { byChapter } from '../chapters.ts';
import { useLanguage } from '../context.ts';
import { matches } from '../fold.ts';

interface Props {
  questions: readonly QuestionSummary[];
  chosen: QuestionSummary | null;
  onChoose(question: QuestionSummary): void;
}

interface OptionsProps {
  id: string;
  /** Null while the list is closed. */
  query: string | null;
  found: readonly QuestionSummary[];
  chosen: QuestionSummary | null;
  active: number;
  onChoose(question: QuestionSummary): void;
  onKeyDown(event: KeyboardEvent): void;
}

const optionId = (id: string, index: number): string => `${id}-option-${index}`;

function Options({ id, query, found, chosen, active, onChoose, onKeyDown }: OptionsProps) {
  const { t, f } = useLanguage();
  return (
    <div
      id={`${id}-list`}
      class="options"
      role="listbox"
      tabIndex={-1}
      aria-label={f.text(t.question)}
      hidden={query === null}
      onMouseDown={(event) => event.preventDefault()}
    >
      {query !== null && found.length === 0 && (
        <div class="option" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
          {f.text(t.noMatch(query))}
        </div>
      )}
      {query !== null &&
        byChapter(found).map((chapter) => (
          <fieldset key={chapter.code} aria-labelledby={`${id}-chapter-${chapter.code}`} lang="fr">
            <div id={`${id}-chapter-${chapter.code}`} class="option-group" role="presentation">
              {f.text(chapter.label)}
            </div>
            {chapter.questions.map((question) => {
              const index = found.indexOf(question);
              return (
                <div
                  key={question.code}
                  id={optionId(id, index)}
                  class={index === active ? 'option active' : 'option'}
                  role="option"
                  aria-selected={question.code === chosen?.code}
                  tabIndex={-1}
                  onClick={() => onChoose(question)}
                  onKeyDown={onKeyDown}
                >
                  {f.text(question.label)}
                </div>
              );
            })}
          </fieldset>
        ))}
    </div>
  );
}

/** The state of the list: what is typed (null while it is closed), what is found, which option is active. */
function useOptions(id: string, { questions, onChoose }: Props) {
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const found = useMemo(
    () =>
      questions.filter(({ label, chapter, code }) =>
        matches(`${code} ${label} ${chapter.label}`, query ?? ''),
      ),
    [questions, query],
  );
  const close = () => {
    setQuery(null);
    setActive(-1);
  };
  const choose = (question: QuestionSummary) => {
    close();
    onChoose(question);
  };
  const move = (to: number) => {
    if (query === null) setQuery('');
    const index = Math.max(0, Math.min(found.length - 1, to));
    setActive(index);
    document.getElementById(optionId(id, index))?.scrollIntoView({ block: 'nearest' });
  };
  const type = (text: string) => {
    setQuery(text);
    setActive(text === '' ? -1 : 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter' && found[active] !== undefined) choose(found[active]);
    else if (event.key === 'Escape' && query !== null) close();
    else return;
    event.preventDefault();
  };
  return { query, active, found, close, choose, type, onKeyDown };
}

/** A box to search in that opens the list of questions, by chapter (ARIA combobox pattern). */
export function QuestionBox(props: Props) {
  const { t, f } = useLanguage();
  const { chosen } = props;
  const id = useId();
  const { query, active, found, close, choose, type, onKeyDown } = useOptions(id, props);
  const open = query !== null;
  return (
    <div class="field question-box">
      <label for={id}>{f.text(t.question)}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-keyshortcuts="/"
        autocomplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? optionId(id, active) : undefined}
        placeholder={f.text(t.questionHint)}
        value={query ?? (chosen === null ? '' : f.text(chosen.label))}
        onClick={() => type(query ?? '')}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <p class="visually-hidden" role="status">
        {open ? f.text(t.questionCount(found.length)) : ''}
      </p>
      <Options {...{ id, query, found, chosen, active, onKeyDown }} onChoose={choose} />
    </div>
  );
}
