import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../core/format/dates.ts';
import {
  formatCount,
  formatInterval,
  formatLevel,
  formatP,
  formatPoints,
  formatShare,
  formatVolume,
  formatVolumeInterval,
} from '../../../core/format/numbers.ts';

test.each([
  [0.764, '76,4\u202f%', '76.4%'],
  [0, '0,0\u202f%', '0.0%'],
  [1, '100,0\u202f%', '100.0%'],
  [0.28549999, '28,5\u202f%', '28.5%'],
  [0.00049, '0,0\u202f%', '0.0%'],
  [0.0285, '2,9\u202f%', '2.9%'],
])('share %d', (share, fr, en) => {
  const decimals = 1;
  expect(formatShare(share, 'fr', decimals)).toBe(fr);
  expect(formatShare(share, 'en', decimals)).toBe(en);
});

test('a published half is rounded up, whatever its binary form', () => {
  expect(formatShare(0.095, 'fr', 0)).toBe('10\u202f%');
  expect(formatShare(0.285, 'fr', 0)).toBe('29\u202f%');
  expect(formatShare(0.1005, 'en')).toBe('10.1%');
});

test.each([
  [-0.085, '\u22128,5\u00a0points', '\u22128.5\u00a0points'],
  [0.003, '+0,3\u00a0point', '+0.3\u00a0points'],
  [0.0199, '+2,0\u00a0points', '+2.0\u00a0points'],
  [0.01, '+1,0\u00a0point', '+1.0\u00a0point'],
  [0.00001, '0,0\u00a0point', '0.0\u00a0points'],
  [-0.00001, '0,0\u00a0point', '0.0\u00a0points'],
])('difference %d', (difference, fr, en) => {
  expect(formatPoints(difference, 'fr')).toBe(fr);
  expect(formatPoints(difference, 'en')).toBe(en);
});

test.each([
  [2144976, '2\u202f144\u202f976', '2,144,976'],
  [999, '999', '999'],
  [1000, '1\u202f000', '1,000'],
  [0, '0', '0'],
])('count %d', (count, fr, en) => {
  expect(formatCount(count, 'fr')).toBe(fr);
  expect(formatCount(count, 'en')).toBe(en);
});

test('volumes have three significant digits', () => {
  expect(formatVolume(83617, 'fr')).toBe('83\u202f600');
  expect(formatVolume(1234567, 'en')).toBe('1,230,000');
  expect(formatVolume(42.4, 'fr')).toBe('42');
  expect(formatVolumeInterval([71234, 95961], 'fr')).toBe('71\u202f200\u202f–\u202f96\u202f000');
});

test('levels, p-values and intervals', () => {
  expect(formatLevel(0.95, 'fr')).toBe('95\u202f%');
  expect(formatLevel(0.975, 'fr')).toBe('97,5\u202f%');
  expect(formatP(0.0342, 'fr')).toBe('p\u00a0=\u00a00,034');
  expect(formatP(0.0002, 'en')).toBe('p\u00a0<\u00a00.001');
  expect(formatInterval([0.7211, 0.8029], 'fr')).toBe('72,1\u202f–\u202f80,3\u202f%');
  expect(formatInterval([0.7211, 0.8029], 'en')).toBe('72.1–80.3%');
});

describe('a figure not given', () => {
  test.each([formatShare, formatPoints, formatCount, formatVolume, formatP])('%o', (format) => {
    expect(format(null, 'fr')).toBe('–');
  });
});

test.each([
  ['2025-04-01', '1er\u00a0avril 2025', '1\u00a0April 2025'],
  ['2026-11-23T22:10:00Z', '23\u00a0novembre 2026', '23\u00a0November 2026'],
  ['inconnue', 'inconnue', 'inconnue'],
])('date %s', (iso, fr, en) => {
  expect(formatDate(iso, 'fr')).toBe(fr);
  expect(formatDate(iso, 'en')).toBe(en);
});
