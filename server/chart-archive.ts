import { strToU8, zipSync } from 'fflate';
import type { Chart } from '../core/charts/chart.ts';
import type { MetaAnswer } from '../core/contract/catalogue.ts';
import type { Language } from '../core/format/language.ts';
import { writeCsv } from './formats/csv.ts';
import type { AnswerView, DataAnswers, DataTable } from './formats/table.ts';
import { tabulate } from './formats/table.ts';
import { searchOf } from './seals/address.ts';
import { listFile, type Manifest } from './seals/manifest.ts';

export interface ArchiveParts {
  /** What its files are called, but for their endings. */
  slug: string;
  view: string;
  query: Readonly<Record<string, unknown>>;
  answer: DataAnswers[AnswerView];
  chart: Chart;
  /** The archive's own address, without the server. */
  address: string;
  /** The page of the site about it, without the server. */
  page: string;
  language: Language;
  meta: MetaAnswer;
}

const describe = (parts: ArchiveParts, table: DataTable) => {
  const { slug, chart, address, page, language, meta, query } = parts;
  const { title, subtitle, reading, description, notes, notice, source } = chart;
  const { licence, version, builtAt, origin } = meta;
  return {
    file: `${slug}.csv`,
    language,
    title,
    subtitle,
    reading,
    description,
    notice,
    notes,
    source,
    licence,
    warehouse: { version, builtAt, origin },
    address,
    page,
    query,
    dialect: { delimiter: ',', decimal: '.', encoding: 'utf-8', header: true },
    rows: table.rows.length,
    columns: table.columns.map(({ name, heading, type }) => ({ name, heading, type })),
  };
};

const wordings = {
  fr: {
    files: (slug: string) =>
      `${slug}.csv : les chiffres du graphique (virgule, point décimal, UTF-8).\n${slug}.metadata.json : ce que dit chaque colonne, la source, la licence, l’adresse.\nmanifest.json : l’empreinte de chaque fichier ; « numoscope verify-file » dit si l’un d’eux a été retouché ou révisé.`,
    values:
      'Les parts sont des proportions pondérées (0 à 1), les poids des nombres d’entreprises. Une case vide est un chiffre qui n’est pas donné ; la colonne « flag » dit pourquoi (suppressed : base trop faible ; low-base : base faible).',
    licence: 'Licence : ',
    address: 'Adresse, sur le même serveur : ',
    version: 'Entrepôt : ',
  },
  en: {
    files: (slug: string) =>
      `${slug}.csv: the figures of the chart (comma, decimal point, UTF-8).\n${slug}.metadata.json: what each column says, the source, the licence, the address.\nmanifest.json: the digest of each file; “numoscope verify-file” says whether one was edited or revised.`,
    values:
      'Shares are weighted proportions (0 to 1), weights numbers of enterprises. An empty field is a figure that is not given; the column “flag” says why (suppressed: base too small; low-base: small base).',
    licence: 'Licence: ',
    address: 'Address, on the same server: ',
    version: 'Warehouse: ',
  },
} as const;

function readme({ slug, chart, language, meta, page }: ArchiveParts): string {
  const words = wordings[language];
  const licence = [meta.licence.name, meta.licence.url].filter(Boolean).join(' – ');
  return [
    `${chart.title}\n${chart.subtitle}`,
    ...(chart.notice === null ? [] : [chart.notice]),
    chart.reading,
    words.files(slug),
    words.values,
    ...chart.notes,
    chart.source,
    `${words.licence}${licence}\n${words.address}${page}\n${words.version}${meta.version}, ${meta.builtAt}`,
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .concat('\n');
}

/** The day the warehouse was built, as the clock of this machine reads it: a ZIP holds local time, without its zone. */
function dayOf(builtAt: string): Date {
  const [, year = '2020', month = '1', day = '1'] = /^(\d{4})-(\d\d)-(\d\d)/.exec(builtAt) ?? [];
  return new Date(Number(year), Number(month) - 1, Number(day), 12);
}

/** The address of the very CSV: the view's figures, in the archive's language. */
function csvAddress({ address, view, query, language }: ArchiveParts): string {
  const root = address.slice(0, address.indexOf('/charts/'));
  const lang = language === 'fr' ? {} : { lang: language };
  return `${root}/${view}?${searchOf({ ...query, format: 'csv', ...lang })}`;
}

/**
 * What a chart draws, as `slug.csv` beside `slug.metadata.json` with a readme, and a manifest that seals them: the same
 * bytes for the same warehouse and parameters.
 */
export function writeArchive(parts: ArchiveParts): Buffer {
  const { slug, view, answer, meta, language } = parts;
  const table = tabulate(view as AnswerView, answer, meta.origin, language);
  const metadata = JSON.stringify(describe(parts, table), null, 2);
  const csv = strToU8(writeCsv(table));
  const others = {
    [`${slug}.metadata.json`]: strToU8(`${metadata}\n`),
    [language === 'fr' ? 'LISEZMOI.txt' : 'README.txt']: strToU8(readme(parts)),
  };
  const manifest: Manifest = {
    numoscope: 1,
    version: meta.version,
    files: [
      listFile(`${slug}.csv`, csv, csvAddress(parts)),
      ...Object.entries(others).map(([name, body]) => listFile(name, body)),
    ],
  };
  const files = {
    [`${slug}.csv`]: csv,
    ...others,
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
  };
  return Buffer.from(zipSync(files, { level: 9, mtime: dayOf(meta.builtAt) }));
}
