import { departments, regions } from '../contract/territories.ts';

/** A territory's name and the INSEE number of its article (`typeLiaison`). */
export interface Named {
  code: string;
  label: string;
  liaison: number;
}

/** Usage says « en » where the article's number alone would give « dans la » or « dans l' »; and the reverse. */
const usesIn: Readonly<Record<string, string>> = {
  'Île-de-France': 'en',
  Paris: 'à',
  'La Réunion': 'à',
  Mayotte: 'à',
  'Centre-Val de Loire': 'en',
  Ardèche: 'en',
  Ariège: 'en',
  Isère: 'en',
  Essonne: 'en',
  Creuse: 'dans la',
  Drôme: 'dans la',
  Loire: 'dans la',
  Manche: 'dans la',
  Marne: 'dans la',
  Meuse: 'dans la',
  Nièvre: 'dans la',
  Sarthe: 'dans la',
  Somme: 'dans la',
  Vienne: 'dans la',
};

/** Before the name, by INSEE's number: none; none, before a vowel; le; la; les; l'. */
const articleOf = ['de ', "d'", 'du ', 'de la ', 'des ', "de l'"] as const;
const placeOf = ['en ', 'en ', 'dans le ', 'en ', 'dans les ', "dans l'"] as const;

/** Newsrooms say « de l'Île-de-France », where INSEE's number gives « d'Île-de-France ». */
const usesOf: Readonly<Record<string, string>> = { 'Île-de-France': "de l'" };

/** « du Nord », « de l'Ain », « d'Occitanie », « de La Réunion ». */
export function ofTerritory({ label, liaison }: Named): string {
  const article = usesOf[label];
  if (article !== undefined) return `${article}${label}`;
  return `${articleOf[liaison] ?? 'de '}${label}`;
}

/** « dans le Finistère », « en Bretagne », « à Paris », « dans l'Ain ». */
export function inTerritory({ label, liaison }: Named): string {
  const place = usesIn[label];
  return place === undefined ? `${placeOf[liaison] ?? 'en '}${label}` : `${place} ${label}`;
}

const byCode = (territories: readonly Named[]): ReadonlyMap<string, Named> =>
  new Map(territories.map((territory) => [territory.code, territory]));
const departmentByCode = byCode(departments);
const regionByCode = byCode(regions);

/** « dans le Finistère » from `29`; the code itself when it is unknown. */
export function inDepartment(code: string): string {
  const found = departmentByCode.get(code);
  return found === undefined ? code : inTerritory(found);
}

/** « en Bretagne » from `53`; the code itself when it is unknown. */
export function inRegion(code: string): string {
  const found = regionByCode.get(code);
  return found === undefined ? code : inTerritory(found);
}

/** « du Nord », « d'Occitanie » from a department's or region's code; « de » and the code when it is unknown. */
export function ofCode(level: 'department' | 'region', code: string): string {
  const found = (level === 'department' ? departmentByCode : regionByCode).get(code);
  return found === undefined ? `de ${code}` : ofTerritory(found);
}

/** « a », « a et b », « a, b et c » (or with « ou », « and »…). */
export function enumerate(items: readonly string[], conjunction: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** The answers that a label joins by ` + `; one inside brackets belongs to an answer's own words. */
export const splitAnswers = (answer: string): string[] => answer.split(/ \+ (?![^(]*\))/);

/** A sentence with its full stop, unless it ends on a mark of its own. */
export const closeSentence = (text: string): string => (/[?!….]$/.test(text) ? text : `${text}.`);

/** Whether a sentence ends on a quotation, after which « en 2025 » would read as part of it. */
export const endsQuoted = (sentence: string): boolean => /[»”]\)?$/.test(sentence);
