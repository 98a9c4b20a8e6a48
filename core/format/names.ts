import { departments, regions } from '../contract/territories.ts';
import { type Dimension, type DimensionValue, sectors, sizes } from '../contract/vocabulary.ts';
import { inDepartment, inRegion } from './grammar.ts';
import type { Language } from './language.ts';
import { decapitalise, display, withPlainDashes } from './typography.ts';

const territory = ({ code, label }: { code: string; label: string }): DimensionValue => ({
  key: code,
  fr: label,
  en: label,
});

const indexed = (values: readonly DimensionValue[]): ReadonlyMap<string, DimensionValue> =>
  new Map(values.map((value) => [value.key, value]));

const byKey: Record<Dimension, ReadonlyMap<string, DimensionValue>> = {
  department: indexed(departments.map(territory)),
  region: indexed(regions.map(territory)),
  sector: indexed(sectors),
  size: indexed(sizes),
};

const dimensionNames: Record<Dimension, Record<Language, string>> = {
  department: { fr: 'département', en: 'department' },
  region: { fr: 'région', en: 'region' },
  sector: { fr: 'secteur', en: 'sector' },
  size: { fr: 'taille', en: 'size' },
};

/** Sectors in the middle of a sentence, in French, after « dans ». */
const inSector: Readonly<Record<string, string>> = {
  agriculture: "l'agriculture",
  industrie: "l'industrie",
  'batiment-construction': 'le bâtiment et la construction',
  commerce: 'le commerce',
  'hebergement-restauration': "l'hébergement et la restauration",
  'transport-logistique': 'le transport et la logistique',
  ntic: "les technologies de l'information et de la communication",
  'activites-financieres-assurances': "les activités financières et d'assurance",
  'services-specialises-techniques': 'les services spécialisés et techniques',
  'services-a-la-personne': 'les services à la personne',
  autre: 'les autres secteurs',
};

/** « département », « sector »: the dimension's name, small and singular. */
export function nameDimension(dimension: Dimension, language: Language): string {
  return dimensionNames[dimension][language];
}

/** What a reader sees for a value of a dimension (`29` → « Finistère »); the key itself when it is unknown. */
export function nameValue(dimension: Dimension, key: string, language: Language): string {
  const value = byKey[dimension].get(key);
  return value === undefined ? key : display(value[language], language);
}

/** The same for a file, whose programs compare texts: its dashes between ordinary spaces. */
export const nameForFile = (dimension: Dimension, key: string, language: Language): string =>
  withPlainDashes(nameValue(dimension, key, language));

/** Values whose heading says nothing inside a sentence. */
const inList: Readonly<Record<string, Record<Language, string>>> = {
  'sector autre': { fr: 'autres secteurs', en: 'other sectors' },
  'size 0': { fr: 'sans salarié', en: 'no employee' },
};

/** The value inside a sentence: « commerce (détail et gros) », « 10 à 49 salariés », « Bretagne ». */
export function nameInList(dimension: Dimension, key: string, language: Language): string {
  const alone = inList[`${dimension} ${key}`];
  if (alone !== undefined) return alone[language];
  const name = nameValue(dimension, key, language);
  return dimension === 'sector' ? decapitalise(name) : name;
}

/** Sectors of two nouns: each takes its article after « de ». */
const ofTwo: Readonly<Record<string, string>> = {
  'batiment-construction': 'du bâtiment et de la construction',
  'hebergement-restauration': "de l'hébergement et de la restauration",
  'transport-logistique': 'du transport et de la logistique',
};

/** « du commerce », « de l'industrie », « des services à la personne »: a sector after a noun, in French. */
export function ofSector(key: string): string {
  const both = ofTwo[key];
  if (both !== undefined) return display(both, 'fr');
  const name = inSector[key] ?? decapitalise(nameValue('sector', key, 'fr'));
  if (name.startsWith('le ')) return display(`du ${name.slice(3)}`, 'fr');
  if (name.startsWith('les ')) return display(`des ${name.slice(4)}`, 'fr');
  return display(`de ${name}`, 'fr');
}

/** Where or among whom: « dans le Finistère », « dans le commerce », « parmi les entreprises de 10 à 49 salariés ». */
export function placeValue(dimension: Dimension, key: string, language: Language): string {
  const name = nameInList(dimension, key, language);
  if (language === 'en') {
    return dimension === 'size' ? `among enterprises with ${name.toLowerCase()}` : `in ${name}`;
  }
  switch (dimension) {
    case 'department':
      return display(inDepartment(key), 'fr');
    case 'region':
      return display(inRegion(key), 'fr');
    case 'sector':
      return display(`dans ${inSector[key] ?? name}`, 'fr');
    case 'size':
      return key === '0'
        ? 'parmi les entreprises sans salarié'
        : `parmi les entreprises de ${name}`;
  }
}

/** Where or among whom, for a row of one or two dimensions; all enterprises for the total's empty key. */
export function placeKey(key: Partial<Record<Dimension, string>>, language: Language): string {
  const places = (['department', 'region', 'sector', 'size'] as const).flatMap((dimension) => {
    const value = key[dimension];
    return value === undefined ? [] : [placeValue(dimension, value, language)];
  });
  if (places.length > 0) return places.join(', ');
  return language === 'fr' ? 'dans l’ensemble' : 'overall';
}

/** A row's key as one stable text, so that a mark, a table row and a place on a map can be told to be the same. */
export function keyText(key: Partial<Record<Dimension, string>>): string {
  const parts = (['department', 'region', 'sector', 'size'] as const).flatMap((dimension) => {
    const value = key[dimension];
    return value === undefined ? [] : [`${dimension}=${value}`];
  });
  return parts.join('&');
}

/** A row's name in the interface's language: its values', in the order of the breakdown; the given label without any. */
export function nameKey(
  key: Partial<Record<Dimension, string>>,
  by: readonly Dimension[],
  label: string,
  language: Language,
): string {
  const names = by.flatMap((dimension) => {
    const value = key[dimension];
    return value === undefined ? [] : [nameValue(dimension, value, language)];
  });
  return names.length === 0 ? display(label, language) : names.join(', ');
}

/** What a ranking by several criteria together is called: it has no question's wording. */
export const nameScore = (language: Language): string =>
  language === 'fr' ? 'Classement sur plusieurs critères' : 'Ranking on several criteria';
