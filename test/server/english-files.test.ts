import type { FastifyInstance } from 'fastify';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatWriters } from '../../server/formats/index.ts';
import { twelve } from '../warehouse/twelve.ts';
import { openApp } from './open-app.ts';

const asked = '/api/v1/crosstab?question=501&edition=2024&by=sector';

let app: FastifyInstance;
beforeAll(async () => {
  app = await openApp(twelve, formatWriters);
});

const fetchFile = async (format: string, url: string) => {
  const response = await app.inject(`${url}&format=${format}`);
  expect(response.statusCode).toBe(200);
  return response;
};

describe('a file in English', () => {
  /** Outside what a sentence quotes of the survey, and the question that a title may begin with. */
  const isFrench = (text: string) =>
    french.test(text.replace(/“[^”]*”/gu, '').replace(/^[^:]*: (?=about |[\d.]+%)/u, ''));
  const french = /[éèêàçù]|\b(?:le|la|les|des|une?|et|ou|édition|part|écart)\b/iu;
  const views = [
    asked,
    '/api/v1/crosstab?question=501&edition=2021&by=size&basis=published&letters=true',
    '/api/v1/trends?question=802&answer=Oui&by=region',
    '/api/v1/rankings?by=sector&question=501',
    '/api/v1/rankings?by=sector&criteria=501:Tout%20%C3%A0%20fait%20d%27accord:%2B:1',
    '/api/v1/compare?sector=commerce',
    '/api/v1/movers?from=2022&to=2024',
    '/api/v1/stories',
  ];
  /** The survey's own words, which stay French in both languages; and names of places. */
  const surveyed = /^(?:question_label|answer|label)$/u;

  it.each(views)('has no French but the survey’s own words: %s', async (url) => {
    const { rawPayload } = await fetchFile(
      'xlsx',
      `${url}&lang=en`.replace('stories&', 'stories?'),
    );
    const [data, notes] = await readXlsxFile(rawPayload);
    expect([data?.sheet, notes?.sheet]).toEqual(['Data', 'Notes']);
    const [headings = []] = data?.data ?? [];
    const own = new Set(['Title', 'Answers', 'Attribution', 'Licence', 'Sceau']);
    const words = [
      ...headings,
      ...(notes?.data ?? []).flatMap(([name, said]) =>
        own.has(String(name)) ? [name] : [name, said],
      ),
    ];
    expect(words.map(String).filter(isFrench)).toEqual([]);
    const csv = Papa.parse<Record<string, string>>(
      (await fetchFile('csv', `${url}&lang=en`.replace('stories&', 'stories?'))).body,
      { header: true, skipEmptyLines: true },
    );
    const cells = csv.data.flatMap((line) =>
      Object.entries(line).flatMap(([name, cell]) => (surveyed.test(name) ? [] : [cell])),
    );
    expect(cells.filter(isFrench)).toEqual([]);
  });

  it('names sectors in English, in JSON-stat too, and is refused for JSON', async () => {
    const { body } = await fetchFile('csv', `${asked}&lang=en`);
    expect(body).toContain(',Retail and wholesale trade,');
    const { body: stat } = await fetchFile('json-stat', `${asked}&lang=en`);
    const { dimension } = JSON.parse(stat);
    expect(dimension.sector.label).toBe('Sector (code)');
    expect(dimension.sector.category.label.total).toBe('All');
    const json = await app.inject(`${asked}&lang=en`);
    expect([json.statusCode, json.json().parameter]).toEqual([400, 'lang']);
  });
});
