import { expect, it } from 'vitest';
import { describeBase } from '../../../core/format/wording.ts';

it('prints a base, says one too small to be counted, and nothing of aggregates', () => {
  expect(describeBase(1052, null, 'fr')).toBe('1\u202f052');
  expect(describeBase(0, 'suppressed', 'en')).toBe('0');
  expect(describeBase(null, 'suppressed', 'fr')).toBe('<\u202f3');
  expect(describeBase(null, null, 'fr')).toBe('');
});
