import { foldLabel } from '../../warehouse/fold.ts';
import { bitOf, missingBit } from './answer-bits.ts';
import { type CsvFile, csvField, csvFields, separator } from './csv-file.ts';
import { dimensionNames } from './names.ts';
import type { EditionProfile, QuestionnaireEntry } from './profile.ts';
import type { Respondents } from './respondents.ts';

export const missingLabel = 'Sans réponse';

const columns = [
  'chapitre',
  'code_unifie',
  'libelle_unifie',
  'descriptif_de_question',
  'valeurs_dans_calcul',
  'libelle_reponse',
  'poids',
  'taille_etablissement',
  'secteur_unifies',
  'region',
  'departement',
];

/** The header of an edition's file: respondents are named from 2023 on. */
export const microdataHeader = (profile: EditionProfile): string[] =>
  profile.respondentIds ? [...columns, 'id_repondant'] : columns;

const encoder = new TextEncoder();

/** The end of each respondent's rows, encoded once for all their answers. */
export function encodeRespondents(people: Respondents, profile: EditionProfile): Uint8Array[] {
  const names = dimensionNames(people.edition, profile);
  return Array.from(people.weight, (weight, index) => {
    const fields = [
      weight,
      names.sizeDetails[people.sizeDetail[index]!]!,
      names.sectors[people.sector[index]!]!,
      names.regions[people.region[index]!]!,
      names.departments[people.department[index]!]!,
    ];
    const id = profile.respondentIds
      ? [`R${people.edition}-${String(index + 1).padStart(5, '0')}`]
      : [];
    return encoder.encode(separator + csvFields([...fields, ...id]));
  });
}

/** The code as the edition's own file writes it: 2023 drops the leading zeros of its list. */
const codeIn = (entry: QuestionnaireEntry, edition: number): string => {
  const code = entry.codes[edition] ?? '';
  return edition === 2023 ? code.replace(/^0+/, '') : code;
};

/** Whether a respondent's file carries the other spelling of an answer that an edition writes in two ways. */
export const hasVariant = (respondent: number): boolean => respondent % 7 === 3;

/** The other spelling of an answer in an edition, or null. */
export const variantOf = (
  entry: QuestionnaireEntry,
  edition: number,
  label: string,
): string | null =>
  entry.variants[edition]?.find((variant) => foldLabel(variant) === foldLabel(label)) ?? null;

/** Writes everyone's answers to one question. */
export function writeQuestion(
  file: CsvFile,
  entry: QuestionnaireEntry,
  people: Respondents,
  ends: readonly Uint8Array[],
  bits: Uint16Array,
): void {
  const { edition } = people;
  const start = csvFields([
    entry.chapterLabel,
    codeIn(entry, edition),
    entry.labels[edition]!,
    entry.description,
    entry.counted,
  ]);
  const prefix = (label: string) => encoder.encode(start + separator + csvField(label));
  const answers = entry.answers[edition]!.map((label) => {
    const variant = variantOf(entry, edition, label);
    return { plain: prefix(label), variant: variant === null ? null : prefix(variant) };
  });
  const missing = prefix(missingLabel);
  for (let index = 0; index < people.count; index += 1) {
    const given = bits[index]!;
    if (given === 0) continue;
    const end = ends[index]!;
    if (given & missingBit) file.row(missing, end);
    for (let answer = 0; answer < answers.length; answer += 1) {
      if (!(given & bitOf(answer))) continue;
      const { plain, variant } = answers[answer]!;
      file.row(variant && hasVariant(index) ? variant : plain, end);
    }
  }
}
