import type { Filters } from '../contract/filters.ts';
import type { Dimension } from '../contract/vocabulary.ts';
import { ofCode } from './grammar.ts';
import type { Language } from './language.ts';
import { nameInList, nameValue, ofSector, placeKey, placeValue } from './names.ts';
import { display } from './typography.ts';

type Key = Partial<Record<Dimension, string>>;

interface Chosen {
  key: Key;
  /** Whether a dimension is narrowed to several values, which no short phrase can name. */
  several: boolean;
}

function choose(filters: Filters, row: Key): Chosen {
  const key: Key = {};
  let several = false;
  for (const dimension of ['department', 'region', 'sector', 'size'] as const) {
    const values = filters[dimension] ?? [];
    const only = row[dimension] ?? (values.length === 1 ? values[0] : undefined);
    if (only !== undefined) key[dimension] = only;
    else if (values.length > 1) several = true;
  }
  return { key, several };
}

function french({ key, several }: Chosen): string {
  const sized =
    key.size === undefined
      ? 'TPE-PME'
      : key.size === '0'
        ? 'entreprises sans salarié'
        : `entreprises de ${nameInList('size', key.size, 'fr')}`;
  const sector = key.sector === undefined ? '' : ` ${ofSector(key.sector)}`;
  const level = key.department === undefined ? 'region' : 'department';
  const code = key[level];
  const place =
    code === undefined
      ? ''
      : ` ${sector === '' ? display(ofCode(level, code), 'fr') : placeValue(level, code, 'fr')}`;
  return `${sized}${sector}${place}${several ? ' de la sélection' : ''}`;
}

function english({ key, several }: Chosen): string {
  const sized =
    key.size === undefined
      ? 'SMEs'
      : `enterprises with ${nameValue('size', key.size, 'en').toLowerCase()}`;
  const sector = key.sector === undefined ? '' : ` in ${nameInList('sector', key.sector, 'en')}`;
  const code = key.department ?? key.region;
  const level = key.department === undefined ? 'region' : 'department';
  const place = code === undefined ? '' : ` in ${nameValue(level, code, 'en')}`;
  return `${sized}${sector}${place}${several ? ' of the selection' : ''}`;
}

/**
 * Whom a sentence is about, as a plural noun without its article: « TPE-PME du commerce en Bretagne », « entreprises de
 * 10 à 49 salariés du Nord ». A row's key goes before the filters; filters of several values are « la sélection ».
 */
export function namePopulation(filters: Filters, row: Key, language: Language): string {
  const chosen = choose(filters, row);
  return language === 'fr' ? french(chosen) : english(chosen);
}

/**
 * Where or among whom a row's figure is: its key, and what the filters hold it to: « dans le Finistère », « dans le commerce,
 * dans la sélection ».
 */
export function placeRow(filters: Filters, row: Key, language: Language): string {
  const { key, several } = choose(filters, row);
  if (!several) return placeKey(key, language);
  const selected = language === 'fr' ? 'dans la sélection' : 'in the selection';
  return Object.keys(key).length === 0 ? selected : `${placeKey(key, language)}, ${selected}`;
}

/** Whether any filter narrows the whole. */
export function isNarrowed(filters: Filters): boolean {
  return Object.values(filters).some((values) => values !== undefined && values.length > 0);
}
