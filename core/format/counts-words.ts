import type { CountsFault } from '../contract/enterprise-counts.ts';
import type { Language } from './language.ts';

/** Bytes of a file of counts, at most: every department, sector and size of a register, in words, is a sixth of this. */
export const largestCounts = 2 * 1024 * 1024;

const reasons: Readonly<
  Record<CountsFault['reason'], Record<Language, (fault: CountsFault) => string>>
> = {
  'no-counts': {
    fr: () => 'aucune colonne « entreprises » : la nommer ainsi dans la première ligne.',
    en: () => 'there is no column "enterprises": name it so on the first line.',
  },
  establishments: {
    fr: ({ column }) =>
      `colonne « ${column} » : des établissements, quand l’enquête compte des entreprises ; prendre un fichier d’entreprises ou d’unités légales.`,
    en: ({ column }) =>
      `column "${column}": establishments, where the survey counts enterprises; take a file of enterprises or legal units.`,
  },
  workbook: {
    fr: () => 'c’est un classeur (XLSX, ODS) ou une archive : enregistrer la feuille en CSV.',
    en: () => 'this is a workbook (XLSX, ODS) or an archive: save the sheet as CSV.',
  },
  'no-dimension': {
    fr: () =>
      'aucune colonne « département », « secteur » ou « taille » : il en faut une au moins.',
    en: () => 'there is no column "department", "sector" or "size": at least one is needed.',
  },
  'unknown-value': {
    fr: ({ column, value }) =>
      `colonne « ${column} », « ${value} » n’est ni un code ni un libellé connu : corriger ou retirer la ligne.`,
    en: ({ column, value }) =>
      `column "${column}", "${value}" is no known code or label: correct or remove the line.`,
  },
  'not-a-count': {
    fr: ({ column, value }) =>
      `colonne « ${column} », « ${value} » n’est pas un nombre entier d’entreprises : écrire par exemple 1250.`,
    en: ({ column, value }) =>
      `column "${column}", "${value}" is not a whole number of enterprises: write for instance 1250.`,
  },
  'no-line': {
    fr: () => 'aucune ligne après celle des noms de colonnes.',
    en: () => 'there is no line below the names of the columns.',
  },
};

/** One sentence on a file of official counts that cannot be used: which file, which line, what to do. */
export const describeCountsFault = (
  file: string,
  fault: CountsFault,
  language: Language,
): string =>
  language === 'fr'
    ? `${file}, ligne ${fault.line} : ${reasons[fault.reason].fr(fault)}`
    : `${file}, line ${fault.line}: ${reasons[fault.reason].en(fault)}`;
