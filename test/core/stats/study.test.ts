import { expect, it } from 'vitest';
import { studyScenario } from '../../../scripts/study/coverage.ts';

it('a simulated survey is ranked nearer the truth by smoothed shares than by raw ones', () => {
  const scenario = {
    name: 'medium bases, weak differences',
    departments: 96,
    medianBase: 78,
    mean: 0.4,
    correlation: 0.005,
  };
  const finding = studyScenario(scenario, 20, 42);
  expect(finding.errorRatio).toBeLessThan(0.6);
  expect(finding.foundBySmoothed).toBeGreaterThan(finding.foundByRaw);
  expect(Math.min(finding.smoothed, finding.rank, finding.potential)).toBeGreaterThan(0.8);
  expect(studyScenario(scenario, 20, 42)).toEqual(finding);
});
