import { expect, it } from 'vitest';
import type { VerificationCause } from '../../../core/contract/verification-causes.ts';
import { sayVerification } from '../../../core/format/verification.ts';

const n = '\u202f';

const causes: [VerificationCause, string, string][] = [
  [
    { code: 'not-in-open-data', subject: 'diploma' },
    'le diplôme du dirigeant n’est pas dans les données ouvertes',
    'the manager’s diploma is not in the open data',
  ],
  [
    { code: 'contradicted', share: 55.5 },
    `contredit par les 55,5${n}% de la donnée ouverte`,
    'contradicted by the 55.5% of the open data',
  ],
  [
    { code: 'contradicted-by-levels', before: 5.3, after: 13.6 },
    `contredit par les niveaux publiés (5,3 puis 13,6${n}%, soit 8,3 points)`,
    'contradicted by the published levels (5.3% then 13.6%, that is 8.3 points)',
  ],
  [
    { code: 'compared-cells', cells: 71234 },
    `plus grand écart, en points, sur 71${n}234 cellules communes aux deux bases`,
    'largest difference, in points, over 71,234 cells common to both bases',
  ],
  [
    { code: 'no-microdata', edition: 2026 },
    'pas de microdonnées 2026 dans cet entrepôt',
    'no microdata of 2026 in this warehouse',
  ],
];

it.each(causes)('%o in both languages', (cause, fr, en) => {
  expect([sayVerification(cause, 'fr'), sayVerification(cause, 'en')]).toEqual([fr, en]);
});
