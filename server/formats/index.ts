import type { FormatWriter, FormatWriters } from '../format-writer.ts';
import { searchOf } from '../seals/address.ts';
import { type SheetSeal, sealLabel, tableDigest } from '../seals/xlsx-seal.ts';
import { writeCsv } from './csv.ts';
import { writeJsonStat } from './json-stat.ts';
import { lay } from './lay.ts';
import { writeParquet } from './parquet.ts';

import { writeXlsx } from './xlsx.ts';

const text = (content: string): Buffer => Buffer.from(content, 'utf8');

const csv =
  (dialect: 'international' | 'french'): FormatWriter =>
  (written) => ({
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    body: text(writeCsv(lay(written).table, dialect)),
  });

/** The formats of the data endpoints beside JSON; `csv-fr` opens in a French spreadsheet. */
export const formatWriters: FormatWriters = {
  csv: csv('international'),
  'csv-fr': csv('french'),
  xlsx: async (written) => {
    const { table, notes } = lay(written);
    const seal: SheetSeal = {
      numoscope: 1,
      address: `${written.address}?${searchOf({
        ...written.query,
        format: 'xlsx',
        ...(written.language === 'fr' ? {} : { lang: written.language }),
      })}`,
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
    return {
      contentType: 'application/vnd.apache.parquet',
      extension: 'parquet',
      body: await writeParquet(table, notes),
    };
  },
  'json-stat': (written) => {
    const { table, notes, title } = lay(written);
    const { licence, builtAt } = written.meta;
    const dataset = writeJsonStat(table, {
      label: title,
      source: licence.attribution,
      updated: builtAt,
      notes,
      language: written.language,
    });
    return {
      contentType: 'application/json; charset=utf-8',
      extension: 'json',
      body: text(JSON.stringify(dataset)),
    };
  },
};
