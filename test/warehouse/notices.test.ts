import { expect, it, test } from 'vitest';
import { isTranslated, sayNotice } from '../../core/format/notices.ts';
import type { Selection } from '../../warehouse/filter-clause.ts';
import { emptySegment } from '../../warehouse/measure.ts';
import * as notices from '../../warehouse/notices.ts';

const corsica = { filters: { region: ['94'] } } as unknown as Selection;
const silent = (sumW: number, weight: number) => ({
  ...emptySegment([]),
  base: { n: 100, sumW, sumW2: sumW },
  nonResponse: { n: 100, weight, sumW2: weight },
});

/** Every caution that the warehouse can say. */
const said = [
  ...Object.values(notices).filter((each) => typeof each === 'string'),
  ...notices.nonResponseNotices(silent(70, 30)),
  ...notices.nonResponseNotices(silent(30, 70)),
  ...notices.territoryNotices({ edition: 2021, grouped: true, region: true }, corsica),
  ...notices.weightingNotices([2020]),
  ...notices.officialVolumeNotices('effectifs.csv', 12),
  ...notices.countsUnusedNotices('effectifs.csv'),
  notices.publishedYearsNotice([2020, 2021]),
  notices.unmergeableNotice([2021]),
  notices.unplacedNotice(12, ['department', 'sector']),
];

it.each(said)('English has its own words for « %s »', (notice) => {
  expect(isTranslated(notice)).toBe(true);
  expect(sayNotice(notice, 'en')).not.toMatch(/entreprises|répondants|chiffres|\bles?\b/i);
});

test('what a caution names is kept, and one that is not known stays as it is', () => {
  expect(sayNotice(notices.weightingNotices([2020])[0] ?? '', 'en')).toBe(
    'The 2020 edition is weighted otherwise than the next ones: read differences with caution.',
  );
  expect(sayNotice(notices.publishedYearsNotice([2020, 2021]), 'en')).toContain(
    'Editions: 2020, 2021.',
  );
  expect(sayNotice("L'avis d'un autre", 'en')).toBe('L’avis d’un autre');
});
