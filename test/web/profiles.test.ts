import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mostCriteria, parseCriterion } from '../../web/prospect/criteria.ts';
import { isOffered, profileOf, profilesIn } from '../../web/prospect/profiles.ts';

interface Asked {
  code: number;
  askedOf: unknown;
  answers: Record<string, readonly string[]>;
}

const questionnaire = JSON.parse(
  readFileSync(new URL('../../data/questionnaire.json', import.meta.url), 'utf8'),
) as readonly Asked[];

describe.each(profilesIn('fr'))('the profile « $name »', ({ id, reasoning, criteria }) => {
  const read = criteria.map((text) => parseCriterion(text)!);

  it('says why, and weighs to a hundred', () => {
    expect(reasoning.length).toBeGreaterThan(80);
    expect(profilesIn('en').find((one) => one.id === id)?.reasoning).not.toBe(reasoning);
    expect(read.length).toBeLessThanOrEqual(mostCriteria);
    expect(read.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('rests on questions put to every enterprise in 2025, and on answers they offer', () => {
    for (const { question, answers } of read) {
      const asked = questionnaire.find(({ code }) => code === question);
      expect(asked?.askedOf).toBeNull();
      expect(asked?.answers[2025]).toEqual(expect.arrayContaining([...answers]));
    }
  });
});

describe('criteria that are a profile', () => {
  const [profile] = profilesIn('fr');
  const [first = '', second = ''] = profile?.criteria ?? [];

  it('are known by it in any order, under any weights', () => {
    const moved = [second.replace(/[\d.]+$/, '7'), first.replace(/[\d.]+$/, '93')];
    expect(profileOf(moved, 'fr')?.id).toBe(profile?.id);
    expect(profileOf(moved, 'en')?.name).toBe('Convinced but without a website');
  });

  it('are not once one is turned round, taken out or added', () => {
    const turned = first.replace(':+:', ':-:');
    for (const criteria of [[turned, second], [first], [first, second, '801:Oui:+:10'], []]) {
      expect(profileOf(criteria, 'fr')).toBeNull();
    }
  });
});

describe('a profile is offered', () => {
  const [profile] = profilesIn('fr');
  const asked = (code: number, ...microdataEditions: number[]) => ({ code, microdataEditions });

  it.each([
    [true, 'one edition asked all its questions', [asked(601, 2023, 2024), asked(501, 2024)]],
    [false, 'none asked them together', [asked(601, 2023), asked(501, 2024)]],
    [false, 'one of them is unknown', [asked(501, 2024)]],
    [false, 'they are known by published figures alone', [asked(601), asked(501)]],
  ] as const)('%s where %s', (offered, _where, questions) => {
    expect(isOffered(profile!, questions)).toBe(offered);
  });
});
