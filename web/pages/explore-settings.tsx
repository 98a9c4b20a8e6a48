import type { ComponentChildren } from 'preact';
import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { quoteAnswers } from '../../core/format/wording.ts';
import { useLanguage } from '../context.ts';
import { fold } from '../fold.ts';
import { Choice, Ticks } from '../parts/fields.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { isOverEditions, type View } from '../view.ts';

interface Props {
  view: View;
  question: QuestionAnswer;
  /** The answers that the figures on show count together. */
  counted: readonly string[];
  editions: readonly number[];
  onChange(part: Partial<View>): void;
  children?: ComponentChildren;
}

const sameLabels = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((label) => b.some((other) => fold(other) === fold(label)));

/** The two sources of figures, offered where the edition has both and the breakdown allows either. */
function BasisChoice({ view, question, onChange }: Props) {
  const { t } = useLanguage();
  const asked = question.wordings.find(({ edition }) => edition === view.edition);
  if (asked === undefined || asked.basis.length < 2) return null;
  const departments = view.department.length > 0 || [view.by, view.cross].includes('department');
  if (departments) return null;
  return (
    <Choice
      label={t.basisLabel}
      value={view.basis ?? 'microdata'}
      options={asked.basis.map((value) => ({ value, label: t.basis[value] }))}
      onChoose={(value) => onChange({ basis: value === 'published' ? 'published' : null })}
    />
  );
}

/** The first dimension, and the second once there is a first. The official aggregates know no department. */
function Breakdown({ view, question, onChange }: Props) {
  const { t } = useLanguage();
  const offered = dimensions.filter(
    (value) => value !== 'department' || question.microdataEditions.length > 0,
  );
  const choose = (name: 'by' | 'cross', text: string) => {
    const value = offered.find((dimension) => dimension === text) ?? null;
    const basis = value === 'department' ? null : view.basis;
    const cross = value === null || value === view.cross ? null : view.cross;
    onChange(name === 'by' ? { by: value, cross, basis } : { cross: value, basis });
  };
  const options = (values: readonly Dimension[], none: string) => [
    { value: '', label: none },
    ...values.map((value) => ({ value, label: t.dimensions[value] })),
  ];
  return (
    <>
      <Choice
        label={t.breakdown}
        value={view.by ?? ''}
        options={options(offered, t.byNone)}
        onChoose={(value) => choose('by', value)}
      />
      {view.by !== null && !isOverEditions(view.show) && (
        <Choice
          label={t.analyst.cross}
          value={view.cross ?? ''}
          options={options(
            offered.filter((value) => value !== view.by),
            t.analyst.crossNone,
          )}
          onChoose={(value) => choose('cross', value)}
        />
      )}
    </>
  );
}

/** Which answers count together: the reader's own, or the producer's rule in one gesture. */
function Answers({ view, question, counted, onChange }: Props) {
  const { t, f, lang } = useLanguage();
  const options = question.answers
    .filter(({ missing }) => !missing)
    .map(({ label }) => ({ value: label, label }));
  const together = question.favourable.length > 0 && sameLabels(view.answers, question.favourable);
  const imposed = view.answers.length === 0 && counted.length > 0;
  return (
    <div class="answers">
      {question.favourable.length > 1 && !imposed && (
        <label class="tick switch">
          <input
            type="checkbox"
            checked={together}
            onChange={() => onChange({ answers: together ? [] : question.favourable })}
          />
          <span>{f.text(t.explorePage.together)}</span>
        </label>
      )}
      <details class="filters">
        <summary>
          {f.text(t.analyst.answersLegend)}{' '}
          <span class="note" lang={counted.length === 0 ? undefined : 'fr'}>
            {f.text(counted.length === 0 ? t.analyst.answersNone : counted.join(' + '))}
          </span>
        </summary>
        <Ticks
          legend={t.analyst.answersHint}
          options={options}
          ticked={view.answers}
          lang="fr"
          onChange={(answers) => onChange({ answers })}
        />
      </details>
      {imposed && (
        <p class="note">
          <Sentence
            text={f.text(t.analyst.answersDefault(quoteAnswers(counted, lang)))}
            labels={[]}
          />
        </p>
      )}
      {view.answers.length > 0 && !together && (
        <p class="note">
          {f.text(t.explorePage.counted(view.answers.join(' + ')))}{' '}
          <button type="button" class="link" onClick={() => onChange({ answers: [] })}>
            {f.text(t.explorePage.separate)}
          </button>
        </p>
      )}
    </div>
  );
}

/** What of a question is shown: its edition, breakdown, source, answers and filters. */
export function ExploreSettings(props: Props) {
  const { view, editions, onChange } = props;
  const { t } = useLanguage();
  return (
    <div class="settings">
      <div class="field-row">
        {!isOverEditions(view.show) && (
          <Choice
            label={t.editionLabel}
            value={String(view.edition ?? '')}
            options={editions.map((edition) => ({
              value: String(edition),
              label: String(edition),
            }))}
            onChoose={(value) => onChange({ edition: Number(value) })}
          />
        )}
        <Breakdown {...props} />
        <BasisChoice {...props} />
      </div>
      <Answers {...props} />
      <FilterBar view={view} onChange={onChange} />
      {props.children}
    </div>
  );
}
