import { describe, expect, it } from 'vitest';
import { fold, matches } from '../../web/fold.ts';

describe('fold', () => {
  it.each([
    ['Plutôt d’accord', "plutot d'accord"],
    ['  Bénéfice\u00a0RÉEL\u202f! ', 'benefice reel !'],
    ['Œuvre', 'oeuvre'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('matches', () => {
  it.each([
    ['Le numérique représente un bénéfice réel', 'BENEFICE num', true],
    ['Le numérique représente un bénéfice réel', 'bénéfice perdu', false],
    ['Échange d’informations', 'information', true],
    ['Chapitre Cybersécurité', 'cyber securite', true],
    ['Échange d’informations', 'for', false],
    ['Échange d’informations', '', true],
  ])('%s, searched for « %s »: %s', (text, query, found) => {
    expect(matches(text, query)).toBe(found);
  });
});
