import { departments } from '../../core/contract/territories.ts';
import { useLanguage } from '../context.ts';
import { Ticks } from '../parts/fields.tsx';
import { territoryWords } from './territory-words.ts';

interface Props {
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

const regionCodes = [...new Set(departments.map(({ region }) => region))];

const membersOf = (region: string): readonly string[] =>
  departments.filter((one) => one.region === region).map(({ code }) => code);

function Region({ region, chosen, onChange }: Props & { region: string }) {
  const { f, lang } = useLanguage();
  const members = membersOf(region);
  const inside = members.filter((code) => chosen.includes(code));
  const outside = chosen.filter((code) => !members.includes(code));
  const whole = inside.length === members.length;
  const name = f.name('region', region);
  return (
    <div class="territory-region">
      {members.length > 1 && (
        <label class="tick whole">
          <input
            type="checkbox"
            checked={whole}
            indeterminate={inside.length > 0 && !whole}
            onChange={() => onChange(whole ? outside : [...outside, ...members])}
          />
          <span>{f.text(territoryWords(lang).wholeRegion(name))}</span>
        </label>
      )}
      <Ticks
        legend={name}
        options={members.map((code) => ({
          value: code,
          label: `${code} ${f.name('department', code)}`,
        }))}
        ticked={inside}
        onChange={(ticked) => onChange([...outside, ...ticked])}
      />
    </div>
  );
}

/** The map's twin: every department as a box to tick, region by region, and each region at once. */
export function TerritoryList(props: Props) {
  const { f, lang } = useLanguage();
  return (
    <details class="territory-list">
      <summary>{f.text(territoryWords(lang).list)}</summary>
      <div class="territory-regions">
        {regionCodes.map((region) => (
          <Region key={region} {...props} region={region} />
        ))}
      </div>
    </details>
  );
}
