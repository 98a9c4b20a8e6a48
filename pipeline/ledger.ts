import type { CorrespondenceReading } from './normalise/book.ts';
import {
  type DatasetQuality,
  describeQuality,
  headerOf,
  openQuality,
  summariseRejects,
} from './normalise/quality.ts';
import type { QuestionBook } from './normalise/questions.ts';
import type { Reject, StagedFile } from './types.ts';

/** What became of a data set. */
export interface BuiltDataset {
  quality: DatasetQuality;
  message: string;
  leftOut: boolean;
}

/** What a construction took of each file, left out and rejected: every row read is in one of them. */
export class Ledger {
  readonly #rejects: Reject[] = [];
  readonly #built: BuiltDataset[] = [];

  get rejects(): readonly Reject[] {
    return this.#rejects;
  }

  get built(): BuiltDataset[] {
    return this.#built;
  }

  leaveOut(file: StagedFile, message: string): void {
    this.#built.push({
      quality: { ...openQuality(file), warnings: [message] },
      message,
      leftOut: true,
    });
  }

  take(quality: DatasetQuality, rejects: readonly Reject[]): void {
    for (const reject of rejects) this.#rejects.push(reject);
    quality.checks.push({
      check: 'every row is kept or rejected',
      passed: quality.kept + quality.rejected === quality.rows,
      detail: `${quality.rows} read = ${quality.kept} kept + ${quality.rejected} rejected`,
    });
    this.#built.push({ quality, message: describeQuality(quality), leftOut: false });
  }

  async takeCorrespondence(table: StagedFile, reading: CorrespondenceReading): Promise<void> {
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
    this.take(quality, rejects);
  }

  /** Says, of every data set, where its questions were read when no correspondence table was. */
  sayBookOrigin({ origin }: QuestionBook): void {
    if (origin === 'correspondence') return;
    const where =
      origin === 'previous'
        ? 'the previous warehouse’s questions'
        : 'the questionnaire that comes with Numoscope';
    const sentence = `No correspondence table was read: question codes were translated with ${where}.`;
    for (const { quality } of this.#built) quality.warnings.push(sentence);
  }
}
