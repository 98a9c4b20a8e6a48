import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import { keysOf } from '../names.ts';
import type { View } from '../view.ts';
import { TerritoryList } from './territory-list.tsx';
import type { TerritoryMap as MapPart } from './territory-map.tsx';
import { SavedTerritories } from './territory-saved.tsx';
import { territoryWords } from './territory-words.ts';

interface Props {
  view: View;
  onChange(part: Partial<View>): void;
}

/** The map, once its outlines have come: only a reader who opens the panel waits for them. */
function useMap(): typeof MapPart | null {
  const [part, setPart] = useState<{ Map: typeof MapPart } | null>(null);
  useEffect(() => {
    let current = true;
    import('./territory-map.tsx').then(
      ({ TerritoryMap }) => current && setPart({ Map: TerritoryMap }),
      // The list beside it offers the same choice.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  return part?.Map ?? null;
}

/** Departments chosen on the map or the list, and the groups kept in the browser. */
export function TerritoryChoosing({ view, onChange }: Props) {
  const { f, lang } = useLanguage();
  const words = territoryWords(lang);
  const TerritoryMap = useMap();
  const chosen = view.department;
  const choose = (codes: readonly string[]) =>
    onChange({ department: keysOf.department.filter((code) => codes.includes(code)) });
  const toggle = (code: string) =>
    choose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <div class="territory-body">
      <p>{f.text(words.lead)}</p>
      {view.region.length > 0 && <p class="note">{f.text(words.regionToo)}</p>}
      <div class="territory-ways">
        {TerritoryMap !== null && <TerritoryMap chosen={chosen} onToggle={toggle} />}
        <div>
          <p class="territory-now" role="status">
            <strong>{f.text(chosen.length === 0 ? words.none : words.count(chosen.length))}</strong>{' '}
            {chosen.map((code) => f.name('department', code)).join(', ')}
          </p>
          {chosen.length > 0 && (
            <p class="actions">
              <button type="button" class="button quiet" onClick={() => choose([])}>
                {f.text(words.clear)}
              </button>
            </p>
          )}
          <TerritoryList chosen={chosen} onChange={choose} />
          <SavedTerritories chosen={chosen} onChange={choose} />
        </div>
      </div>
    </div>
  );
}
