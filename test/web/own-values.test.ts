import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { townName } from '../../web/own/town-name.ts';
import { readTown } from '../../web/own/towns.ts';
import {
  readDepartment,
  readNaf,
  readPostalCode,
  readSector,
  readSize,
} from '../../web/own/values.ts';

describe('a place', () => {
  it.each([
    ['29', '29'],
    ['1', '01'],
    ['2a', '2A'],
    ['Finistère', '29'],
    ['FINISTERE', '29'],
    ['29 - Finistère', '29'],
    ['Côte d’Or', '21'],
    ['974', '974'],
    ['Atlantide', null],
    ['29000', null],
    ['62.01Z', null],
    ['29 Finistère', '29'],
    ['29 (Finistère)', '29'],
    ['12 rue de la Gare', null],
    ['12, rue de la Gare', null],
    ['12-14 avenue de Brest', null],
  ])('« %s » is department %s', (text, code) => expect(readDepartment(text)).toBe(code));

  it.each([
    ['29200', '29'],
    ['1000', '01'],
    ['20000', '2A'],
    ['20200', '2B'],
    ['97410', '974'],
    ['75 008', '75'],
    ['99999', null],
    ['12', null],
    ['1000.0', '01'],
    ['F-29200', '29'],
    ['FR 35000', '35'],
    ['97150', null],
    ['98000', null],
    ['2B033', '2B'],
  ])('postal code « %s » is in %s', (text, code) => expect(readPostalCode(text)).toBe(code));
});

describe('a sector', () => {
  it.each([
    ['Commerce (détail et gros)', 'commerce'],
    ['hebergement-restauration', 'hebergement-restauration'],
    ['Bâtiment - Construction', 'batiment-construction'],
    ['Voyance', null],
  ])('« %s » is %s', (text, slug) => expect(readSector(text)).toBe(slug));

  it.each([
    ['62.01Z', 'ntic'],
    ['6201Z', 'ntic'],
    ['56', 'hebergement-restauration'],
    ['25.11Z', 'industrie'],
    ['abc', null],
  ])('NAF « %s » is %s', (text, slug) => expect(readNaf(text)).toBe(slug));
});

describe('a size', () => {
  it.each([
    ['0', '0'],
    ['9', '1-9'],
    ['10', '10-49'],
    ['249', '50-249'],
    ['250', null],
    ['10 à 49 salariés', '10-49'],
    ['6 à 9 salariés', '1-9'],
    ['20-49', '10-49'],
    ['1 salarié', '1-9'],
    ['5 à 15', null],
    ['12,5', null],
    ['12 rue de la Gare', null],
    ['beaucoup', null],
  ])('« %s » is %s', (text, key) => expect(readSize(text)).toBe(key));
});

describe('a town', () => {
  it.each([
    ['Brest', ['29']],
    ['BREST CEDEX 2', ['29']],
    ['ST-ETIENNE', ['42']],
    ['Saint Étienne', ['42']],
    ['Havre (Le)', ['76']],
    ['L’Haÿ-les-Roses', ['94']],
    ['Paris 11e', ['75']],
    ['LYON 03', ['69']],
    ['Marseille 13ème arrondissement', ['13']],
    // Merged into Cherbourg-en-Cotentin in 2016, and still written.
    ['Cherbourg-Octeville', ['50']],
    ['97400 Saint-Denis', ['974']],
    ['12 rue de la Gare, 29200 BREST', ['29']],
    ['ZA du Parc - 44800 SAINT-HERBLAIN CEDEX 2', ['44']],
    ['Marseille 13008', ['13']],
    ['Saint-Denis (93200)', ['93']],
    ['Saint-Denis (974)', ['974']],
    ['75 015 PARIS', ['75']],
    ['Paris XVe arr.', ['75']],
    ['RENNES CX 7', ['35']],
    ['NEUILLY S/SEINE', ['92']],
    ['Montreuil s/Bois', ['93']],
    ['La Roche/Yon', ['85']],
    ['HAVRE LE', ['76']],
    ['PARIS LA DEFENSE CEDEX', ['92']],
    ['Sophia-Antipolis', ['06']],
    ['SAINT QUENTIN EN YVELINES CEDEX', ['78']],
    ['Juan-les-Pins', ['06']],
    ['Sainte-Clotilde', ['974']],
    ['Levallois', ['92']],
    ['Bordeaux Lac', ['33']],
    ['Châlons-sur-Marne', ['51']],
  ])('« %s » is in %s', (text, codes) => expect(readTown(text)?.departments).toEqual(codes));

  it('is placed as files write it, and never elsewhere than it is', () => {
    const written = readFileSync('test/fixtures/towns-as-written.txt', 'utf8').trim().split('\n');
    const seen = { placed: 0, asked: 0, unread: 0 };
    const wrong: string[] = [];
    for (const line of written) {
      const [town = '', code = ''] = line.split('|');
      const { departments = [], largest = null } = readTown(town) ?? {};
      const found = departments.length === 1 ? departments[0] : largest;
      if (found === code) seen.placed += 1;
      else if (found != null) wrong.push(town);
      else if (departments.includes(code)) seen.asked += 1;
      else seen.unread += 1;
    }
    expect(wrong).toEqual([]);
    expect(seen.placed / written.length).toBeGreaterThan(0.95);
    expect(seen.unread / written.length).toBeLessThan(0.01);
  });

  it('may be in several departments, and is then not guessed', () => {
    const { departments } = readTown('Saint-Denis') ?? { departments: [] };
    expect(departments).toEqual(expect.arrayContaining(['93', '974']));
  });

  it('is none where no official list has it', () => {
    expect(readTown('Trifouillis-les-Oies')).toBeNull();
    expect(townName('STE-MARIE')).toBe('sainte marie');
  });
});
