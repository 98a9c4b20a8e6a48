import { useState } from 'preact/hooks';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { matches } from '../fold.ts';
import { keysOf } from '../names.ts';
import { filterNames, type View } from '../view.ts';
import { Ticks } from './fields.tsx';

type Filtered = Pick<View, Dimension>;

const noFilter: Filtered = { region: [], department: [], sector: [], size: [] };

function Departments(props: { ticked: readonly string[]; onChange(ticked: string[]): void }) {
  const { t, f } = useLanguage();
  const [query, setQuery] = useState('');
  const options = keysOf.department
    .map((key) => ({ value: key, label: `${key} ${f.name('department', key)}` }))
    .filter(({ label }) => matches(label, query));
  const hidden = props.ticked.filter((key) => !options.some(({ value }) => value === key));
  return (
    <div class="departments">
      <label class="field">
        <span>{f.text(t.filterDepartment)}</span>
        <input
          type="search"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <Ticks
        legend={t.dimensions.department}
        options={options}
        ticked={props.ticked}
        onChange={(ticked) => props.onChange([...hidden, ...ticked].sort())}
      />
    </div>
  );
}

/** The four filters, folded away, and those in force as buttons that remove them. */
export function FilterBar(props: { view: Filtered; onChange(filters: Partial<Filtered>): void }) {
  const { t, f } = useLanguage();
  const { view, onChange } = props;
  const active = filterNames.flatMap((name) => view[name].map((key) => ({ name, key })));
  return (
    <div class="filter-bar">
      <details class="filters">
        <summary>
          {f.text(t.filters)} <span class="note">{f.text(t.filtersActive(active.length))}</span>
        </summary>
        <div class="filter-grid">
          {(['region', 'sector', 'size'] as const).map((name) => (
            <Ticks
              key={name}
              legend={t.dimensions[name]}
              options={keysOf[name].map((value) => ({ value, label: f.name(name, value) }))}
              ticked={view[name]}
              onChange={(ticked) => onChange({ [name]: ticked })}
            />
          ))}
          <Departments
            ticked={view.department}
            onChange={(department) => onChange({ department })}
          />
        </div>
      </details>
      {active.length > 0 && (
        <ul class="chips">
          {active.map(({ name, key }) => (
            <li key={`${name} ${key}`}>
              <button
                type="button"
                class="chip"
                aria-label={f.text(t.removeFilter(f.name(name, key)))}
                onClick={() => onChange({ [name]: view[name].filter((kept) => kept !== key) })}
              >
                {f.name(name, key)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" class="link" onClick={() => onChange(noFilter)}>
              {f.text(t.clearFilters)}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
