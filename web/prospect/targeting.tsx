import { useId } from 'preact/hooks';
import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import type { RankingCriterion } from '../../core/contract/rankings.ts';
import { fetchAnswer, questionCall } from '../api.ts';
import { useLanguage } from '../context.ts';
import { Choice, Ticks } from '../parts/fields.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { QuestionBox } from '../parts/question-box.tsx';
import { wideScreen } from '../screen.ts';
import type { View } from '../view.ts';
import { criteria } from './asked.ts';
import { Breakdown } from './breakdown.tsx';
import { type Criterion, formatCriterion, mostCriteria } from './criteria.ts';
import { details } from './questions.ts';
import { keepWeights, moveWeight, weights } from './score.ts';
import { prospectWords } from './words.ts';

interface Props {
  view: View;
  questions: readonly QuestionSummary[];
  /** The criteria as the API understood them; null until it has. */
  fitted: readonly RankingCriterion[] | null;
  edition: number | null;
  onChange(part: Partial<View>): void;
}

interface EditorProps {
  criterion: Criterion;
  index: number;
  label: string;
  edition: number | null;
  dropped: boolean;
  onChange(next: Criterion): void;
  onRemove(): void;
}

function Slider({ index, label }: { index: number; label: string }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const id = useId();
  const value = weights.value[index] ?? 0;
  return (
    <div class="field slider">
      <label for={id}>
        {f.text(words.weight)}{' '}
        <span class="visually-hidden" lang="fr">
          {f.text(label)}
        </span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={value}
        aria-label={f.text(words.weightOf(label))}
        onInput={(event) => moveWeight(index, Number(event.currentTarget.value))}
        onChange={keepWeights}
      />
      <output for={id}>{f.decimal(value)}</output>
    </div>
  );
}

/** Which answers a criterion counts, and whether for or against. */
function Counting({ criterion, label, edition, onChange }: EditorProps) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const offered = (details.value.get(criterion.question)?.answers ?? []).filter(
    ({ missing, editions }) => !missing && (edition === null || editions.includes(edition)),
  );
  return (
    <details>
      <summary>
        {f.text(words.answersOf)}{' '}
        <span class="visually-hidden" lang="fr">
          {f.text(label)}
        </span>
      </summary>
      <Ticks
        legend={words.answersOf}
        options={offered.map((answer) => ({ value: answer.label, label: answer.label }))}
        ticked={criterion.answers}
        lang="fr"
        onChange={(answers) => answers.length > 0 && onChange({ ...criterion, answers })}
      />
      <Choice
        label={words.directionLabel}
        value={criterion.direction}
        options={[
          { value: '+', label: words.pro },
          { value: '-', label: words.against },
        ]}
        onChoose={(value) => onChange({ ...criterion, direction: value === '-' ? '-' : '+' })}
      />
    </details>
  );
}

function Editor(props: EditorProps) {
  const { criterion, index, label, dropped, onRemove } = props;
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  return (
    <li class="criterion">
      <p class="criterion-title">
        <strong lang="fr">{f.text(label)}</strong>
        <span class="note" lang="fr">
          {f.text(criterion.answers.join(' + '))},{' '}
          {f.text(criterion.direction === '+' ? words.pro : words.against)}
        </span>
        {dropped && <span class="flag">{f.text(words.dropped)}</span>}
      </p>
      <Slider index={index} label={label} />
      <Counting {...props} />
      <button
        type="button"
        class="link"
        aria-label={f.text(words.removeOf(label))}
        onClick={onRemove}
      >
        {f.text(words.remove)}
      </button>
    </li>
  );
}

/** The answers that a new criterion counts: the producer's, or the first the edition offers. */
async function newCriterion(code: number): Promise<Criterion> {
  const question = await fetchAnswer(questionCall(code), new AbortController().signal);
  const latest = Math.max(...question.microdataEditions);
  const offered = question.answers
    .filter(({ missing, editions }) => !missing && editions.includes(latest))
    .map(({ label }) => label);
  const favourable = offered.filter((label) => question.favourable.includes(label));
  const answers = favourable.length > 0 ? favourable : offered.slice(0, 1);
  return { question: code, answers, direction: '+', weight: 50 };
}

/** The criteria of the score, each with its answers, direction and weight; and what is broken down. */
export function Targeting({ view, questions, fitted, edition, onChange }: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const list = criteria.value;
  const labelOf = (code: number) =>
    questions.find((question) => question.code === code)?.label ?? words.unknownQuestion(code);
  const write = (next: readonly Criterion[]) => onChange({ criteria: next.map(formatCriterion) });
  const unused = questions.filter(({ code }) => !list.some(({ question }) => question === code));
  return (
    <section class="settings" aria-label={f.text(words.criteriaTitle)}>
      {wideScreen.value && <h2>{f.text(words.criteriaTitle)}</h2>}
      <ul class="criteria">
        {list.map((criterion, index) => (
          <Editor
            key={criterion.question}
            criterion={criterion}
            index={index}
            label={labelOf(criterion.question)}
            edition={edition}
            dropped={fitted?.[index]?.dropped ?? false}
            onChange={(next) => write(list.map((one, j) => (j === index ? next : one)))}
            onRemove={() => write(list.filter((_, j) => j !== index))}
          />
        ))}
      </ul>
      {list.length < mostCriteria && (
        <details>
          <summary>{f.text(words.add)}</summary>
          <p class="note">{f.text(words.addHint)}</p>
          <QuestionBox
            questions={unused}
            chosen={null}
            onChoose={({ code }) => void newCriterion(code).then((next) => write([...list, next]))}
          />
        </details>
      )}
      <div class="field-row">
        <Breakdown view={view} onChange={onChange} />
      </div>
      <FilterBar view={view} onChange={onChange} />
    </section>
  );
}
