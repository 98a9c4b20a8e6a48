import type { Direction } from '../../core/contract/vocabulary.ts';
import { type CsvFile, csvFields } from './csv-file.ts';
import type { QuestionnaireEntry } from './profile.ts';

const editions = [2020, 2021, 2022, 2023, 2024, 2025] as const;
const presented = editions.slice(0, -1);

export const correspondenceHeader = [
  'ordre_chapitre',
  'chapitre',
  'sous_chapitre',
  ...editions.map((edition) => `code_${edition}`),
  ...editions.map((edition) => `libelle_${edition}`),
  'code_unifie',
  'libelle_unifie',
  ...presented.map((edition) => `presentation_${edition}`),
  'descriptif_de_question',
  'valeurs_dans_calcul',
  'sens_de_l_augmentation',
];

const directionWords: Readonly<Record<Direction, string>> = {
  favourable: 'Favorable',
  unfavourable: 'Défavorable',
  neutral: 'ni fav, ni défav',
};

/** Writes the correspondence table: one row per question. */
export function writeCorrespondence(
  file: CsvFile,
  questionnaire: readonly QuestionnaireEntry[],
): void {
  const encoder = new TextEncoder();
  for (const entry of questionnaire) {
    const presentation =
      entry.type === 'multiple' ? 'Barres horizontales' : 'Barres horizontales empilées';
    const row = [
      entry.chapter,
      entry.chapterLabel,
      entry.subchapter,
      ...editions.map((edition) => entry.codes[edition] ?? null),
      ...editions.map((edition) => entry.labels[edition] ?? null),
      entry.code,
      entry.label,
      ...presented.map((edition) => (entry.labels[edition] ? presentation : null)),
      entry.description,
      entry.counted,
      directionWords[entry.direction],
    ];
    file.row(encoder.encode(csvFields(row)));
  }
}
