import { join } from 'node:path';
import type { Origin } from '../core/contract/vocabulary.ts';
import { createTables } from '../warehouse/tables.ts';
import { bothEnded, inParallel } from './in-parallel.ts';
import { type BuiltDataset, Ledger } from './ledger.ts';
import { type AnswerBook, unifyAnswers } from './normalise/answers.ts';
import {
  knownMultipleQuestions,
  previousBook,
  readCorrespondence,
  shippedBook,
} from './normalise/book.ts';
import { type Check, checkWarehouse } from './normalise/checks.ts';
import { understandMicrodata, writeRespondents, writeResponses } from './normalise/microdata.ts';
import {
  appendPublished,
  type SurveyedAggregates,
  surveyPublished,
} from './normalise/published.ts';
import { QuestionBook } from './normalise/questions.ts';
import { multipleQuestions } from './normalise/respondents.ts';
import { type SurveyedFile, surveyMicrodata } from './normalise/survey-microdata.ts';
import type { ProgressSink, ProgressTask } from './progress.ts';
import { writeDimensions, writeEditions, writeQuestions } from './publish/catalogue.ts';
import { copyTables, rowTables } from './publish/package.ts';
import { writeMeta, writeRejects, writeReports } from './publish/reports.ts';
import type { SourceFile, StagedFile } from './types.ts';
import { shared, Workspace } from './workspace.ts';

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

export interface Built {
  rows: number;
  datasets: BuiltDataset[];
}

/** What one file leaves of a processor, another takes. */
const filesAtOnce = 2;

/** Two files of an edition may hold the same people: what they share is not for this program to tell. */
const whyLeftOut = (file: StagedFile, owner: StagedFile, edition: number): string =>
  file.sha256 === owner.sha256
    ? `Left out: it is the same file as ${owner.file}.`
    : `Left out: the edition ${edition} is already read from ${owner.file}. If each holds a part, put their rows into one file; if not, keep one.`;

/** One construction: its database, and the ledger that grows with each data set. */
class Construction {
  readonly #options: BuildOptions;
  readonly #workspace: Workspace;
  readonly #ledger = new Ledger();

  constructor(options: BuildOptions, workspace: Workspace) {
    this.#options = options;
    this.#workspace = workspace;
  }

  #files(kind: StagedFile['kind']): StagedFile[] {
    return this.#options.staged.map(({ file }) => file).filter((file) => file.kind === kind);
  }

  /** Works on several files at once, each on a connection of its own; results in the order of the files. */
  #together<T, R>(
    files: readonly T[],
    work: (workspace: Workspace, file: T) => Promise<R>,
  ): Promise<R[]> {
    return inParallel(files, filesAtOnce, (file) => {
      this.#options.signal?.throwIfAborted();
      return this.#workspace.aside((beside) => work(beside, file));
    });
  }

  async #book(): Promise<QuestionBook> {
    const [table, ...others] = this.#files('correspondence');
    for (const other of others)
      this.#ledger.leaveOut(other, `Left out: ${table!.file} is already the correspondence table.`);
    if (table) {
      const reading = await readCorrespondence(this.#workspace, table);
      if (reading.definitions.length > 0) {
        await this.#ledger.takeCorrespondence(table, reading);
        return new QuestionBook(reading.definitions, 'correspondence');
      }
      this.#ledger.leaveOut(table, `Left out: ${table.file} defines no question.`);
    }
    const previous = this.#options.previous
      ? await previousBook(this.#workspace, this.#options.previous, this.#options.origin)
      : null;
    return previous ?? shippedBook();
  }

  /** Surveys each microdata file; a second file of an edition already read would count people twice. */
  async #surveyMicrodata(book: QuestionBook): Promise<SurveyedFile[]> {
    const surveyed: SurveyedFile[] = [];
    const owners = new Map<number, StagedFile>();
    const files = [...this.#files('microdata').entries()];
    const surveys = await this.#together(files, (workspace, [index, file]) =>
      surveyMicrodata(workspace, file, book, `${shared}.microdata_${index}`),
    );
    for (const survey of surveys) {
      const file = survey.staged;
      const years = [...new Set(survey.combinations.map(({ year }) => year))].filter(
        (year) => year !== null,
      );
      const taken = years.find((year) => owners.has(year));
      if (taken === undefined) {
        for (const year of years) owners.set(year, file);
        if (years.length === 1) survey.quality.edition = years[0]!;
        surveyed.push(survey);
      } else {
        this.#ledger.leaveOut(file, whyLeftOut(file, owners.get(taken)!, taken));
      }
    }
    return surveyed;
  }

  async #surveyPublished(book: QuestionBook): Promise<SurveyedAggregates[]> {
    const [aggregates, ...others] = this.#files('published');
    for (const other of others)
      this.#ledger.leaveOut(
        other,
        `Left out: the aggregates are already read from ${aggregates!.file}.`,
      );
    return aggregates
      ? [await surveyPublished(this.#workspace, aggregates, book, `${shared}.aggregates`)]
      : [];
  }

  async run(): Promise<Built> {
    const { progress } = this.#options;
    const workspace = this.#workspace;
    const task = progress.task('unifying');
    await workspace.run(createTables);
    await workspace.run(`create table ${multipleQuestions} (question smallint, edition smallint)`);
    await writeDimensions(workspace);
    const book = await this.#book();
    const microdata = await this.#surveyMicrodata(book);
    const published = await this.#surveyPublished(book);
    const answers = unifyAnswers(
      [...microdata, ...published].flatMap(({ sightings }) => sightings),
    );
    await this.#append(microdata, published, answers, task);
    this.#ledger.sayBookOrigin(book);
    const [checks, copies] = await bothEnded(
      this.#describe(book, answers, microdata),
      workspace.aside((beside) => copyTables(beside, this.#options.folder, rowTables)),
    );
    task.done('rows unified');
    await writeReports(workspace, this.#options, {
      checks,
      folded: answers.folded,
      built: this.#ledger.built,
      copies,
    });
    const total = await workspace.row<{ rows: number }>(
      'select ((select count(*) from responses) + (select count(*) from published))::integer as rows',
    );
    return { rows: total.rows, datasets: this.#ledger.built };
  }

  /** Understands every row of every file, and writes what is kept of them. */
  async #append(
    microdata: readonly SurveyedFile[],
    published: readonly SurveyedAggregates[],
    answers: AnswerBook,
    task: ProgressTask,
  ): Promise<void> {
    const knownMultiple = knownMultipleQuestions();
    const [understood, official] = await bothEnded(
      this.#together(microdata, async (workspace, file) => {
        const found = await understandMicrodata(workspace, file, answers, knownMultiple);
        task.advance({ rows: file.quality.rows });
        return found;
      }),
      this.#together(published, async (workspace, file) => {
        const rejects = await appendPublished(workspace, file, answers);
        task.advance({ rows: file.quality.rows });
        return rejects;
      }),
    );
    for (const [index, { quality }] of microdata.entries())
      this.#ledger.take(quality, understood[index]!.rejects);
    for (const [index, { quality }] of published.entries())
      this.#ledger.take(quality, official[index]!);
    await writeRespondents(this.#workspace, understood);
    await writeResponses(this.#workspace, understood);
  }

  /** Writes what is said of the rows, and checks them. */
  async #describe(
    book: QuestionBook,
    answers: AnswerBook,
    microdata: readonly SurveyedFile[],
  ): Promise<readonly Check[]> {
    const workspace = this.#workspace;
    await writeEditions(workspace);
    await writeQuestions(workspace, {
      book,
      answers: answers.answers,
      sightings: microdata.flatMap(({ questions }) => questions),
    });
    const checks = await checkWarehouse(workspace);
    await writeMeta(workspace, this.#options, this.#ledger.built);
    await writeRejects(workspace, this.#options.folder, this.#ledger.rejects);
    return checks;
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
