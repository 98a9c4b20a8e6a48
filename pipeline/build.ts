import { join } from 'node:path';
import type { Origin } from '../core/contract/vocabulary.ts';
import { createTables } from '../warehouse/tables.ts';
import { unifyAnswers } from './normalise/answers.ts';
import {
  type CorrespondenceReading,
  knownMultipleQuestions,
  previousBook,
  readCorrespondence,
  shippedBook,
} from './normalise/book.ts';
import { checkWarehouse } from './normalise/checks.ts';
import { appendMicrodata, writeResponses } from './normalise/microdata.ts';
import {
  appendPublished,
  type SurveyedAggregates,
  surveyPublished,
} from './normalise/published.ts';
import {
  type DatasetQuality,
  describeQuality,
  headerOf,
  openQuality,
  summariseRejects,
} from './normalise/quality.ts';
import { QuestionBook } from './normalise/questions.ts';
import { type SurveyedFile, surveyMicrodata } from './normalise/survey-microdata.ts';
import type { ProgressSink } from './progress.ts';
import { writeDimensions, writeEditions, writeQuestions } from './publish/catalogue.ts';
import { writeMeta, writeRejects, writeReports } from './publish/reports.ts';
import type { Reject, SourceFile, StagedFile } from './types.ts';
import { Workspace } from './workspace.ts';

export interface StagedSource {
  source: SourceFile;
  file: StagedFile;
}

export interface BuildOptions {
  staged: readonly StagedSource[];
  folder: string;
  workFolder: string;
  version: string;
  origin: Origin;
  /** The warehouse published before, whose questions stand in for a missing correspondence table. */
  previous: string | null;
  builtAt: string;
  progress: ProgressSink;
  signal?: AbortSignal;
}

export interface BuiltDataset {
  quality: DatasetQuality;
  message: string;
  leftOut: boolean;
}

export interface Built {
  rows: number;
  datasets: BuiltDataset[];
}

/** One construction: its database, the rejects and the report that grow with each data set. */
class Construction {
  readonly #options: BuildOptions;
  readonly #workspace: Workspace;
  readonly #rejects: Reject[] = [];
  readonly #built: BuiltDataset[] = [];

  constructor(options: BuildOptions, workspace: Workspace) {
    this.#options = options;
    this.#workspace = workspace;
  }

  #files(kind: StagedFile['kind']): StagedFile[] {
    return this.#options.staged.map(({ file }) => file).filter((file) => file.kind === kind);
  }

  #leaveOut(file: StagedFile, message: string): void {
    this.#built.push({
      quality: { ...openQuality(file), warnings: [message] },
      message,
      leftOut: true,
    });
  }

  #take(quality: DatasetQuality, rejects: readonly Reject[]): void {
    for (const reject of rejects) this.#rejects.push(reject);
    quality.checks.push({
      check: 'every row is kept or rejected',
      passed: quality.kept + quality.rejected === quality.rows,
      detail: `${quality.rows} read = ${quality.kept} kept + ${quality.rejected} rejected`,
    });
    this.#built.push({ quality, message: describeQuality(quality), leftOut: false });
  }

  async #book(): Promise<QuestionBook> {
    const [table, ...others] = this.#files('correspondence');
    for (const other of others)
      this.#leaveOut(other, `Left out: ${table!.file} is already the correspondence table.`);
    if (table) {
      const reading = await readCorrespondence(this.#workspace, table);
      if (reading.definitions.length > 0) {
        await this.#takeCorrespondence(table, reading);
        return new QuestionBook(reading.definitions, 'correspondence');
      }
      this.#leaveOut(table, `Left out: ${table.file} defines no question.`);
    }
    const previous = this.#options.previous
      ? await previousBook(this.#workspace, this.#options.previous, this.#options.origin)
      : null;
    return previous ?? shippedBook();
  }

  async #takeCorrespondence(table: StagedFile, reading: CorrespondenceReading): Promise<void> {
    const lines = await table.linesOf(reading.rejects.map(({ row }) => row));
    const rejects = [
      ...table.malformed,
      ...reading.rejects.map(({ row, field, value, reason }) => ({
        dataset: table.dataset,
        file: table.file,
        line: lines.get(row) ?? null,
        column: headerOf(table, field),
        value,
        reason,
      })),
    ];
    const quality = openQuality(table);
    quality.kept = reading.definitions.length;
    quality.rejected = rejects.length;
    quality.reasons = summariseRejects(rejects);
    this.#take(quality, rejects);
  }

  /** Surveys each microdata file; a second file of an edition already read would count people twice. */
  async #surveyMicrodata(book: QuestionBook): Promise<SurveyedFile[]> {
    const surveyed: SurveyedFile[] = [];
    const owners = new Map<number, string>();
    for (const [index, file] of this.#files('microdata').entries()) {
      this.#options.signal?.throwIfAborted();
      const survey = await surveyMicrodata(this.#workspace, file, book, `microdata_${index}`);
      const years = [...new Set(survey.combinations.map(({ year }) => year))].filter(
        (year) => year !== null,
      );
      const taken = years.find((year) => owners.has(year));
      if (taken === undefined) {
        for (const year of years) owners.set(year, file.file);
        if (years.length === 1) survey.quality.edition = years[0]!;
        surveyed.push(survey);
      } else {
        this.#leaveOut(
          file,
          `Left out: the edition ${taken} is already read from ${owners.get(taken)}.`,
        );
      }
    }
    return surveyed;
  }

  async #surveyPublished(book: QuestionBook): Promise<SurveyedAggregates[]> {
    const [aggregates, ...others] = this.#files('published');
    for (const other of others)
      this.#leaveOut(other, `Left out: the aggregates are already read from ${aggregates!.file}.`);
    return aggregates
      ? [await surveyPublished(this.#workspace, aggregates, book, 'aggregates')]
      : [];
  }

  async run(): Promise<Built> {
    const { progress } = this.#options;
    const workspace = this.#workspace;
    const task = progress.task('unifying');
    await workspace.run(createTables);
    await workspace.run(
      'create temp table multiple_questions (question smallint, edition smallint)',
    );
    await writeDimensions(workspace);
    const book = await this.#book();
    const microdata = await this.#surveyMicrodata(book);
    const published = await this.#surveyPublished(book);
    const answers = unifyAnswers(
      [...microdata, ...published].flatMap(({ sightings }) => sightings),
    );
    const knownMultiple = knownMultipleQuestions();
    const rows: string[] = [];
    for (const file of microdata) {
      this.#options.signal?.throwIfAborted();
      const { rejects, responses } = await appendMicrodata(workspace, file, answers, knownMultiple);
      this.#take(file.quality, rejects);
      rows.push(responses);
      task.advance({ rows: file.quality.rows });
    }
    for (const file of published) {
      this.#take(file.quality, await appendPublished(workspace, file, answers));
      task.advance({ rows: file.quality.rows });
    }
    if (book.origin !== 'correspondence') this.#sayBookOrigin(book);
    await writeResponses(workspace, rows);
    await writeEditions(workspace);
    await writeQuestions(workspace, {
      book,
      answers: answers.answers,
      sightings: microdata.flatMap(({ questions }) => questions),
    });
    const checks = await checkWarehouse(workspace);
    await writeMeta(workspace, this.#options, this.#built);
    await writeRejects(workspace, this.#options.folder, this.#rejects);
    task.done('rows unified');
    await writeReports(workspace, this.#options, {
      checks,
      folded: answers.folded,
      built: this.#built,
    });
    const total = await workspace.row<{ rows: number }>(
      'select ((select count(*) from responses) + (select count(*) from published))::integer as rows',
    );
    return { rows: total.rows, datasets: this.#built };
  }

  #sayBookOrigin(book: QuestionBook): void {
    const where =
      book.origin === 'previous'
        ? 'the previous warehouse’s questions'
        : 'the questionnaire that comes with Numoscope';
    const sentence = `No correspondence table was read: question codes were translated with ${where}.`;
    for (const { quality } of this.#built) quality.warnings.push(sentence);
  }
}

/** Builds a whole warehouse in a folder aside: database, Parquet, package, quality report, rejects. */
export async function buildWarehouse(options: BuildOptions): Promise<Built> {
  const workspace = await Workspace.open(
    join(options.folder, 'numoscope.duckdb'),
    join(options.workFolder, 'temporary'),
  );
  try {
    return await new Construction(options, workspace).run();
  } finally {
    workspace.close();
  }
}
