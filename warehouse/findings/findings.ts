import type { MoversAnswer } from '../../core/contract/comparison.ts';
import type { StoryKind } from '../../core/contract/stories.ts';
import type { Edition } from '../catalogue.ts';
import { selectionOf } from '../filter-clause.ts';
import { readSurvey } from '../survey.ts';
import type { Warehouse } from '../warehouse.ts';
import { findApart, readProfilesBy } from './apart.ts';
import { findFacts } from './facts.ts';
import { findMoves } from './moves.ts';
import type { Found } from './national.ts';
import { findRecords } from './records.ts';

/** Every claim of an edition that stood its test, by kind; `noise` is null without an earlier edition. */
export interface Findings extends Readonly<Record<StoryKind, Found>> {
  readonly noise: MoversAnswer['noise'] | null;
}

const nothing: Found = { tested: 0, standing: 0, findings: [] };

async function find(warehouse: Warehouse, edition: Edition): Promise<Findings> {
  const { database, catalogue } = warehouse;
  const editions = [...catalogue.editions.values()].filter(
    (each) => each.microdata && each.edition <= edition.edition,
  );
  const [survey, profiles] = await Promise.all([
    readSurvey(database, catalogue, {
      editions: editions.map((each) => each.edition),
      selection: selectionOf({}),
      sides: 'inside',
    }),
    readProfilesBy(database, catalogue, edition),
  ]);
  const national = { catalogue, edition, survey };
  const before = editions.at(-2);
  const moves = before === undefined ? { ...nothing, noise: null } : findMoves(national, before);
  return {
    mover: moves,
    gap: findApart(national, profiles),
    record: findRecords(national, moves.noise?.largest ?? 0),
    fact: findFacts(national),
    noise: moves.noise,
  };
}

const known = new WeakMap<Warehouse, Map<number, Promise<Findings>>>();

/** The findings of an edition that has microdata, judged once a version of the warehouse. */
export function findingsOf(warehouse: Warehouse, edition: Edition): Promise<Findings> {
  const own = known.get(warehouse) ?? new Map<number, Promise<Findings>>();
  known.set(warehouse, own);
  const before = own.get(edition.edition);
  if (before !== undefined) return before;
  const found = find(warehouse, edition);
  own.set(edition.edition, found);
  found.catch(() => own.delete(edition.edition));
  return found;
}
