import { describe, expect, it } from 'vitest';
import { pairwiseLetters } from '../../../core/stats/letters.ts';

const sample = { respondents: 1000 };

/** Groups of equal weights: `yes` of `n`. */
const cell = (n: number, yes: number) => ({
  n,
  sumW: n,
  sumW2: n,
  nYes: yes,
  sumWYes: yes,
  sumW2Yes: yes,
});

const first = [cell(200, 120), cell(150, 60), cell(180, 95), cell(120, 80)];
const second = [cell(200, 30), cell(150, 60), cell(180, 40), cell(120, 20)];

describe('letters of a table', () => {
  // R 4.2: p by uniroot() on the MOVER bound, q by p.adjust(method = "BH") over the twelve pairs. First line:
  // A > B q = .00061, C > B .0351, D > B .000071, D > C .0336; second: B > A 1.6e-6, B > C .0011, B > D .00013.
  it('name the groups that each clearly exceeds, all the pairs being one family', () => {
    expect(pairwiseLetters([first, second], sample)).toEqual([
      [[1], [], [1], [1, 2]],
      [[], [0, 2, 3], [], []],
    ]);
  });

  it('hang on the family: more pairs without a difference, fewer letters', () => {
    const alike = Array.from({ length: 20 }, () => [cell(200, 100), cell(200, 100)]);
    expect(pairwiseLetters([first, ...alike], sample)[0]).toEqual([[1], [], [], [1]]);
  });

  it('leave out what is not shown', () => {
    const few = cell(15, 15);
    expect(pairwiseLetters([[few, null, ...first.slice(0, 2)]], sample)).toEqual([
      [[], [], [3], []],
    ]);
  });

  it('follow the groups, not their order', () => {
    const [line] = pairwiseLetters([first.toReversed()], sample);
    expect(line).toEqual([[1, 2], [2], [], [2]]);
  });
});
