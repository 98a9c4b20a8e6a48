import { describe, expect, test } from 'vitest';
import {
  describeCrosstab,
  readCrosstab,
  subtitleCrosstab,
} from '../../../core/format/crosstab-words.ts';
import {
  describeRanking,
  readRanking,
  subtitleRanking,
} from '../../../core/format/ranking-words.ts';
import { sayFinding, sayFindingAlone } from '../../../core/format/statements.ts';
import { headTrends, readTrends } from '../../../core/format/trend-words.ts';
import { trendSample } from '../charts/course-samples.ts';
import { crosstabSample, rankingSample } from '../charts/samples.ts';

/** A narrow no-break space. */
const n = '\u202f';

const typology =
  'Typologie des entreprises interrogées (réticentes, en potentiel, dynamiques, matures)';

/** Questions that nobody answers, and long ones that a title calls by a topic. */
const cases: readonly (readonly [
  code: number,
  label: string,
  answer: string,
  fr: string,
  en: string,
])[] = [
  [
    201,
    'Secteur d’activité',
    'Commerce (détail et gros)',
    `19${n}% des TPE-PME sont du secteur «${n}Commerce (détail et gros)${n}»`,
    '19% of SMEs are in the sector “Commerce (détail et gros)”',
  ],
  [
    202,
    'Taille de l’entreprise',
    '1 à 9 salariés',
    `19${n}% des TPE-PME comptent 1 à 9 salariés`,
    '19% of SMEs are of size “1 à 9 salariés”',
  ],
  [
    203,
    'Région',
    'Île-de-France',
    `19${n}% des TPE-PME sont de la région «${n}Île-de-France${n}»`,
    '19% of SMEs are in the region “Île-de-France”',
  ],
  [
    204,
    'Type de l’activité de l’entreprise',
    'BtoB',
    `19${n}% des TPE-PME ont une activité «${n}BtoB${n}»`,
    '19% of SMEs have the activity “BtoB”',
  ],
  [
    205,
    'Durée de vie de l’entreprise au 01/01/N',
    'Plus de 10 ans',
    `19${n}% des TPE-PME ont plus de 10 ans`,
    '19% of SMEs have existed for “Plus de 10 ans”',
  ],
  [
    1501,
    typology,
    'Dynamiques',
    `19${n}% des TPE-PME sont classées «${n}Dynamiques${n}» par le Baromètre`,
    '19% of SMEs are classed “Dynamiques” by the survey',
  ],
  [
    713,
    'Part des factures émises sous un format électronique structuré permettant leur traitement automatique',
    '0 %',
    `Part des factures émises dans un format structuré${n}: 19${n}% des TPE-PME ont répondu «${n}0${n}%${n}»`,
    'Share of invoices issued in a structured format: 19% of SMEs answered “0\u202f%”',
  ],
  [
    1421,
    'Rencontrez-vous des difficultés pour identifier un prestataire de services numériques répondant à vos attentes ?',
    'Ne sait pas',
    `Difficultés à trouver un prestataire numérique${n}: 19${n}% des TPE-PME ont répondu «${n}Ne sait pas${n}»`,
    'Difficulty in finding a digital provider: 19% of SMEs answered “Ne sait pas”',
  ],
  [
    901,
    'Incidents de cybersécurité : taux d’incidents',
    'Aucun incident',
    `Incidents de cybersécurité${n}: 19${n}% des TPE-PME ont répondu «${n}Aucun incident${n}»`,
    'Incidents de cybersécurité: 19% of SMEs answered “Aucun incident”',
  ],
];

describe('what enterprises are is not what they answered', () => {
  test.each(cases)('%i %s: %s', (code, label, answer, fr, en) => {
    const counted = { code, label, answer, asked: 1 };
    expect(sayFinding(counted, 0.19, null, 'TPE-PME', 'fr')).toBe(fr);
    expect(sayFinding(counted, 0.19, null, 'SMEs', 'en')).toBe(en);
    expect(sayFindingAlone(counted, 0.19, null, 'TPE-PME', 'fr')).toBe(fr);
  });

  const question = { code: 1501, label: typology, type: 'single', asked: 1 };

  test('a table, its reading and its measure say so too', () => {
    const answer = { ...crosstabSample({ by: ['sector'], answers: ['Dynamiques'] }), question };
    expect(subtitleCrosstab(answer, 'fr')).toMatch(
      /^Part des entreprises classées «\u202f.*\u202f» par le Baromètre, par secteur/u,
    );
    expect(readCrosstab(answer, 'fr')).toContain(' des entreprises sont classées ');
  });

  test('a ranking by volume supposes it', () => {
    const answer = { ...rankingSample({ by: 'sector', sort: 'potential' }), question };
    expect(subtitleRanking(answer, 'fr')).toMatch(
      /^Nombre estimé d’entreprises qui seraient classées «\u202f/u,
    );
    expect(readRanking(answer, 'fr')).toMatch(
      /entreprises seraient classées «\u202f.*\u202f» par le Baromètre \(/u,
    );
  });
});

describe('an alternative text', () => {
  test('of a ranking names the question', () => {
    const answer = rankingSample({ by: 'sector', sort: 'share' });
    expect(describeRanking(answer, 'Barres', 'fr')).toMatch(
      /^Barres\. Le numérique représente un bénéfice réel pour l’entreprise\. Part des entreprises/u,
    );
  });

  test('keeps a question’s own mark, and says one figure once, without an empty name', () => {
    const answer = crosstabSample({});
    const [cell] = answer.total.cells;
    const one = {
      ...answer,
      by: [],
      rows: [],
      answers: [cell?.answer ?? ''],
      question: { ...answer.question, label: 'Avez-vous un site ?' },
      total: { ...answer.total, cells: cell === undefined ? [] : [{ ...cell, share: 0.25 }] },
    };
    const said = describeCrosstab(one, 'Barres', 'fr');
    expect(said).toContain(`Avez-vous un site${n}? Part des entreprises`);
    expect(said).toMatch(/ 25,0\u202f%\.$/u);
  });
});

test('a course of one edition is of one year', () => {
  const { subtitle } = headTrends(trendSample({ editions: [2025] }), 'fr');
  expect(subtitle).toMatch(/, 2025\.$/u);
});

test('a course reads as a sentence, in those asked and with its change', () => {
  expect(readTrends(trendSample(), 'fr')).toMatch(
    /^Lecture\u202f: en \d{4}, .*\d,\d\u202f% des entreprises ont répondu «\u202f.*\u202f»/u,
  );
});
