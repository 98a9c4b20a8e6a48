import { expect, test } from 'vitest';
import { UnreadableFile } from '../../../pipeline/types.ts';
import { stageFixture } from './staging.ts';

const name = 'bfn-resultats-2025.csv';

test.each([
  ['empty', `${name} is empty: download or export it again.`],
  ['header-alone', `${name} holds a header and no record: download or export it again.`],
  [
    'web-page',
    `${name} is a web page, not data (it starts with "<!DOCTYPE html>"): download the data set again.`,
  ],
  ['pdf', `${name} is a PDF document, not data: export the data set as CSV.`],
  ['gzip-cut-short', `${name} is compressed and cut short or damaged: download it again.`],
  ['zip', `${name} is a zip archive: unpack it and give the file that is in it.`],
  [
    'missing-weight',
    `${name} is not recognised: it comes closest to microdata and has no column for weight (its columns: code_unifie, libelle_reponse, departement); name it with --column "Header=weight" or add an alias to data/column-aliases.json.`,
  ],
  [
    'no-edition',
    'resultats.csv does not say which edition it is about: put the year in its name (resultats-2026.csv), name the column that holds it with --column "Header=edition", or ingest it alone with --edition.',
  ],
  [
    'parquet-cut-short',
    'resultats.parquet is a Parquet file cut short or damaged: download it again.',
  ],
])('%s: one sentence says what and what to do', async (fault, sentence) => {
  const failure = stageFixture(fault);
  await expect(failure).rejects.toBeInstanceOf(UnreadableFile);
  await expect(failure).rejects.toThrow(sentence);
});
