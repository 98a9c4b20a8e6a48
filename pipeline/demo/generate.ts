import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { ProgressSink } from '../progress.ts';
import { type PublishedFigure, readPublishedFigures } from '../verify/figures.ts';
import { drawAnswers } from './answers.ts';
import { correspondenceHeader, writeCorrespondence } from './correspondence-file.ts';
import { CsvFile } from './csv-file.ts';
import { encodeRespondents, microdataHeader, writeQuestion } from './microdata-file.ts';
import {
  type DemonstrationProfile,
  type QuestionnaireEntry,
  readProfile,
  readQuestionnaire,
} from './profile.ts';
import { PublishedAggregates, publishedHeader } from './published-file.ts';
import { drawRespondents } from './respondents.ts';

export interface GenerateOptions {
  /** Where the files go; made when missing. */
  folder: string;
  /** The same seed gives the same bytes; 2025 when left out. */
  seed?: number;
  /** Multiplies the respondents of every edition; 1, the survey's own size, when left out. */
  scale?: number;
  progress: ProgressSink;
  signal?: AbortSignal;
}

export interface GeneratedFile {
  dataset: string;
  path: string;
  rows: number;
  bytes: number;
}

interface Work {
  folder: string;
  seed: number;
  scale: number;
  profile: DemonstrationProfile;
  questionnaire: readonly QuestionnaireEntry[];
  figures: readonly PublishedFigure[];
  published: CsvFile;
  progress: ProgressSink;
  signal: AbortSignal | undefined;
}

export const demonstrationSeed = 2025;

const notice = `Données de démonstration, entièrement synthétiques.

Ces fichiers imitent la forme des jeux de données du Baromètre France Num. Aucune ligne n'est une réponse
d'entreprise : les répondants sont tirés au sort, puis ajustés pour que les chiffres publiés se retrouvent.
La pondération de 2020 diffère de celle des éditions suivantes. Ne pas citer ces chiffres.
`;

/**
 * Writes a synthetic survey as the portal would export it: the correspondence table, the official aggregates
 * and one microdata file an edition, calibrated on the published figures. Deterministic for a seed and a scale.
 * At scale 1 every checked figure holds within its rounding; at another scale, as nearly as the sample allows.
 */
export async function generateDemo(options: GenerateOptions): Promise<GeneratedFile[]> {
  const { folder, seed = demonstrationSeed, scale = 1, progress, signal } = options;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'LISEZMOI.md'), notice);
  const [profile, questionnaire, figures] = await Promise.all([
    readProfile(),
    readQuestionnaire(),
    readPublishedFigures(),
  ]);
  const files = [writeTable(folder, questionnaire)];
  const path = join(folder, 'questions-reponses.csv');
  const published = new CsvFile(path, publishedHeader);
  const work = {
    folder,
    seed,
    scale,
    profile,
    questionnaire,
    figures,
    published,
    progress,
    signal,
  };
  try {
    for (const edition of Object.keys(profile.editions).map(Number))
      files.push(await writeEdition(work, edition));
  } finally {
    published.close();
  }
  return [
    ...files,
    { dataset: 'questions-reponses', path, rows: published.rows, bytes: published.bytes },
  ];
}

function writeTable(folder: string, questionnaire: readonly QuestionnaireEntry[]): GeneratedFile {
  const dataset = 'bfn-table-de-correspondance';
  const path = join(folder, `${dataset}.csv`);
  const file = new CsvFile(path, correspondenceHeader);
  writeCorrespondence(file, questionnaire);
  file.close();
  return { dataset, path, rows: file.rows, bytes: file.bytes };
}

async function writeEdition(work: Work, edition: number): Promise<GeneratedFile> {
  const { profile, seed, scale, signal } = work;
  const editionProfile = profile.editions[edition]!;
  const asked = work.questionnaire.filter(({ labels }) => labels[edition] !== undefined);
  const people = drawRespondents(profile, edition, editionProfile, seed, scale);
  const ends = encodeRespondents(people, editionProfile);
  const aggregates = new PublishedAggregates(work.published, people, editionProfile);
  const path = join(work.folder, `${editionProfile.dataset}.csv`);
  const file = new CsvFile(path, microdataHeader(editionProfile));
  const task = work.progress.task(`Édition ${edition}`, { totalRows: asked.length * people.count });
  const drawn = new Map<number, Uint16Array>();
  const questions = new Map(asked.map((entry) => [entry.code, entry]));
  try {
    for (const entry of asked) {
      signal?.throwIfAborted();
      const before = file.rows;
      const context = {
        profile,
        editionProfile,
        figures: work.figures,
        people,
        seed,
        drawn,
        questions,
      };
      const bits = drawAnswers(context, entry);
      drawn.set(entry.code, bits);
      writeQuestion(file, entry, people, ends, bits);
      aggregates.add(entry, bits);
      task.advance({ rows: file.rows - before });
      await pause();
    }
  } finally {
    file.close();
  }
  task.done(`${file.rows} lignes`);
  return { dataset: editionProfile.dataset, path, rows: file.rows, bytes: file.bytes };
}
