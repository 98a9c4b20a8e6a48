import { strToU8, zipSync } from 'fflate';
import type { Chart } from '../core/charts/chart.ts';
import type { MetaAnswer } from '../core/contract/catalogue.ts';
import type { Language } from '../core/format/language.ts';
import { writeCsv } from './formats/csv.ts';
import type { AnswerView, DataAnswers, DataTable } from './formats/table.ts';
import { tabulate } from './formats/table.ts';

export interface ArchiveParts {
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

/** `numoscope-crosstab-501-2024`: the view, its question and its edition. */
function slugOf({ view, query, answer }: ArchiveParts): string {
  const edition = 'edition' in answer ? answer.edition : undefined;
  return ['numoscope', view, query.question, edition]
    .filter((part) => part !== undefined)
    .join('-');
}

const describe = (parts: ArchiveParts, table: DataTable, file: string) => {
  const { chart, address, page, language, meta, query } = parts;
  const { title, subtitle, reading, description, notes, notice, source } = chart;
  const { licence, version, builtAt, origin } = meta;
  return {
    file,
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
      `${slug}.csv : les chiffres du graphique (virgule, point décimal, UTF-8).\n${slug}.metadata.json : ce que dit chaque colonne, la source, la licence, l’adresse.`,
    values:
      'Les parts sont des proportions pondérées (0 à 1), les poids des nombres d’entreprises. Une case vide est un chiffre qui n’est pas donné ; la colonne « flag » dit pourquoi (suppressed : base trop faible ; low-base : base faible).',
    licence: 'Licence : ',
    address: 'Adresse, sur le même serveur : ',
    version: 'Entrepôt : ',
  },
  en: {
    files: (slug: string) =>
      `${slug}.csv: the figures of the chart (comma, decimal point, UTF-8).\n${slug}.metadata.json: what each column says, the source, the licence, the address.`,
    values:
      'Shares are weighted proportions (0 to 1), weights numbers of enterprises. An empty field is a figure that is not given; the column “flag” says why (suppressed: base too small; low-base: small base).',
    licence: 'Licence: ',
    address: 'Address, on the same server: ',
    version: 'Warehouse: ',
  },
} as const;

function readme(parts: ArchiveParts, slug: string): string {
  const { chart, language, meta, page } = parts;
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

/**
 * What a chart draws, as `slug.csv` beside `slug.metadata.json` with a readme: the same bytes for the same warehouse
 * and parameters.
 */
export function writeArchive(parts: ArchiveParts): { fileName: string; body: Buffer } {
  const slug = slugOf(parts);
  const table = tabulate(parts.view as AnswerView, parts.answer, parts.meta.origin, parts.language);
  const metadata = JSON.stringify(describe(parts, table, `${slug}.csv`), null, 2);
  const readmeName = parts.language === 'fr' ? 'LISEZMOI.txt' : 'README.txt';
  const files = {
    [`${slug}.csv`]: strToU8(writeCsv(table)),
    [`${slug}.metadata.json`]: strToU8(`${metadata}\n`),
    [readmeName]: strToU8(readme(parts, slug)),
  };
  const body = zipSync(files, { level: 9, mtime: dayOf(parts.meta.builtAt) });
  return { fileName: `${slug}.zip`, body: Buffer.from(body) };
}
