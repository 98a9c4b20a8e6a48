import type { FormatWriter, FormatWriters, Written } from '../format-writer.ts';
import { searchOf } from '../seals/address.ts';
import { sealJsonStat } from '../seals/json-seal.ts';
import { sealText } from '../seals/table-seal.ts';
import { type SheetSeal, sealLabel, tableDigest } from '../seals/xlsx-seal.ts';
import { writeCsv } from './csv.ts';
import { writeJsonStat } from './json-stat.ts';
import { lay } from './lay.ts';
import { writeParquet } from './parquet.ts';
import { digestOf, sealedCsv } from './sealed-csv.ts';

import { writeXlsx } from './xlsx.ts';

const text = (content: string): Buffer => Buffer.from(content, 'utf8');

/** The address of that very file, without the server. */
const addressOf = ({ address, query, language }: Written, format: string): string =>
  `${address}?${searchOf({ ...query, format, ...(language === 'fr' ? {} : { lang: language }) })}`;

const csv = (body: (written: Written) => string): FormatWriter => {
  return (written) => ({
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    body: text(body(written)),
  });
};

/**
 * The formats of the data endpoints beside JSON. `csv` is for programs, which want figures and nothing else; `csv-fr`
 * opens in a French spreadsheet, and goes on from hand to hand: it is sealed.
 */
export const formatWriters: FormatWriters = {
  csv: csv((written) => writeCsv(lay(written).table)),
  'csv-fr': csv((written) =>
    sealedCsv(lay(written).table, {
      version: written.meta.version,
      address: addressOf(written, 'csv-fr'),
    }),
  ),
  xlsx: async (written) => {
    const { table, notes } = lay(written);
    const seal: SheetSeal = {
      numoscope: 1,
      address: addressOf(written, 'xlsx'),
      version: written.meta.version,
      figures: tableDigest(table),
    };
    return {
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      extension: 'xlsx',
      body: await writeXlsx(table, [...notes, [sealLabel, JSON.stringify(seal)]], written.language),
    };
  },
  parquet: async (written) => {
    const { table, notes } = lay(written);
    const seal = {
      version: written.meta.version,
      figures: digestOf(table),
      address: addressOf(written, 'parquet'),
    };
    return {
      contentType: 'application/vnd.apache.parquet',
      extension: 'parquet',
      body: await writeParquet(table, notes, sealText(seal)),
    };
  },
  'json-stat': (written) => {
    const { table, notes, title, questions } = lay(written);
    const { licence, builtAt, version } = written.meta;
    const made = { version, address: addressOf(written, 'json-stat') };
    const dataset = writeJsonStat(table, {
      label: title,
      source: licence.attribution,
      updated: builtAt,
      notes,
      questions,
      language: written.language,
    });
    return {
      contentType: 'application/json; charset=utf-8',
      extension: 'json',
      body: text(JSON.stringify(sealJsonStat(dataset, made))),
    };
  },
};
