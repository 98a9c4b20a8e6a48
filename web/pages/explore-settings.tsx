import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { fold } from '../fold.ts';
import { Choice } from '../parts/fields.tsx';
import { FilterBar } from '../parts/filter-bar.tsx';
import type { View } from '../url-state.ts';

interface Props {
  view: View;
  question: QuestionAnswer;
  editions: readonly number[];
  onChange(part: Partial<View>): void;
}

const sameLabels = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((label) => b.some((other) => fold(other) === fold(label)));

/** The two sources of figures, offered where the edition has both and the breakdown allows either. */
function BasisChoice({ view, question, onChange }: Props) {
  const { t } = useLanguage();
  const asked = question.wordings.find(({ edition }) => edition === view.edition);
  if (asked === undefined || asked.basis.length < 2) return null;
  if (view.by === 'department' || view.department.length > 0) return null;
  return (
    <Choice
      label={t.basisLabel}
      value={view.basis ?? 'microdata'}
      options={asked.basis.map((value) => ({ value, label: t.basis[value] }))}
      onChoose={(value) => onChange({ basis: value === 'published' ? 'published' : null })}
    />
  );
}

/** What of a question is shown: its edition, breakdown, source, answers and filters. */
export function ExploreSettings(props: Props) {
  const { view, question, editions, onChange } = props;
  // The official aggregates know no department.
  const chooseBy = (by: Dimension | null) =>
    onChange(by === 'department' ? { by, basis: null } : { by });
  const { t, f } = useLanguage();
  const together = question.favourable.length > 0 && sameLabels(view.answers, question.favourable);
  const microdata = question.microdataEditions.length > 0;
  return (
    <div class="settings">
      <div class="field-row">
        <Choice
          label={t.editionLabel}
          value={String(view.edition ?? '')}
          options={editions.map((edition) => ({ value: String(edition), label: String(edition) }))}
          onChoose={(value) => onChange({ edition: Number(value) })}
        />
        <Choice
          label={t.breakdown}
          value={view.by ?? ''}
          options={[
            { value: '', label: t.byNone },
            ...dimensions
              .filter((value) => value !== 'department' || microdata)
              .map((value) => ({ value, label: t.dimensions[value] })),
          ]}
          onChoose={(value) =>
            chooseBy(dimensions.find((dimension) => dimension === value) ?? null)
          }
        />
        <BasisChoice {...props} />
      </div>
      {question.favourable.length > 1 && (
        <label class="tick switch">
          <input
            type="checkbox"
            checked={together}
            onChange={() => onChange({ answers: together ? [] : question.favourable })}
          />
          <span>{f.text(t.explorePage.together)}</span>
        </label>
      )}
      {view.answers.length > 0 && !together && (
        <p class="note">
          {f.text(t.explorePage.counted(view.answers.join(' + ')))}{' '}
          <button type="button" class="link" onClick={() => onChange({ answers: [] })}>
            {f.text(t.explorePage.separate)}
          </button>
        </p>
      )}
      <FilterBar view={view} onChange={onChange} />
    </div>
  );
}
