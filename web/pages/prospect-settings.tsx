import type { QuestionAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { useLanguage } from '../context.ts';
import { Choice, Ticks } from '../parts/fields.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { QuestionBox } from '../parts/question-box.tsx';
import { Skeleton } from '../parts/states.tsx';
import { Breakdown } from '../prospect/breakdown.tsx';
import { sorts, type View } from '../view.ts';

interface Props {
  view: View;
  questions: readonly QuestionSummary[];
  question: QuestionAnswer | null;
  editions: readonly number[];
  /** The ranking on show: what it gives is what one can sort by. */
  ranking: RankingsAnswer | null;
  onChoose(question: QuestionSummary): void;
  onChange(part: Partial<View>): void;
}

/** What is ranked: question, answers, edition, breakdown, order and filters. */
export function ProspectSettings(props: Props) {
  const { view, questions, question, editions, ranking, onChoose, onChange } = props;
  const { t, f } = useLanguage();
  const chosen = questions.find(({ code }) => code === view.question) ?? null;
  const given = ranking?.rows ?? [];
  const offered = sorts.filter(
    (sort) =>
      sort === 'count' ||
      sort === 'share' ||
      sort === view.sort ||
      given.some((row) => row[sort] !== null),
  );
  return (
    <section class="settings" aria-label={f.text(t.prospectPage.settings)}>
      <QuestionBox questions={questions} chosen={chosen} onChoose={onChoose} />
      {question === null && view.question !== null && <Skeleton lines={12} />}
      {question !== null && (
        <Ticks
          legend={t.answers}
          options={question.answers
            .filter(({ missing }) => !missing)
            .map(({ label }) => ({ value: label, label }))}
          ticked={view.answers}
          lang="fr"
          onChange={(answers) => onChange({ answers })}
        />
      )}
      {question !== null && (
        <div class="field-row">
          <Choice
            label={t.editionLabel}
            value={String(view.edition ?? '')}
            options={editions.map((edition) => ({
              value: String(edition),
              label: String(edition),
            }))}
            onChoose={(value) => onChange({ edition: Number(value) })}
          />
          <Breakdown view={view} onChange={onChange} />
          <Choice
            label={t.sortLabel}
            value={view.sort}
            options={offered.map((value) => ({ value, label: t.sorts[value] }))}
            onChoose={(value) => onChange({ sort: value as View['sort'] })}
          />
        </div>
      )}
      {question !== null && <FilterBar view={view} onChange={onChange} />}
    </section>
  );
}
