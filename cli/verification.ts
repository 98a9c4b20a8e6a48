import type { Verification } from '../core/contract/verification.ts';
import { type PublishedFigure, readPublishedFigures } from '../pipeline/verify/figures.ts';
import { verify } from '../pipeline/verify/verify.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

const described = (figure: PublishedFigure) => ({
  edition: figure.edition,
  fromEdition: figure.fromEdition,
  question: figure.question,
  answers: figure.answers,
  among: figure.among,
  dimension: figure.dimension,
  keys: figure.keys,
  statistic: figure.statistic,
  rounding: figure.rounding,
  source: figure.source || null,
});

/** A comparison of the two bases of an edition: its largest gap, in points. */
const reconciliation = (id: string) => ({
  edition: Number(id.replace(/\D/g, '')),
  fromEdition: null,
  question: null,
  answers: [],
  among: [],
  dimension: null,
  keys: [],
  statistic: 'reconciliation' as const,
  rounding: null,
  source: null,
});

/** What `verify` finds in a warehouse, each figure with what it is about and where it was published. */
export async function verifyServed(warehouse: Warehouse): Promise<Verification> {
  const listed = new Map((await readPublishedFigures()).map((figure) => [figure.id, figure]));
  const { figures, ...counts } = await verify(warehouse);
  return {
    ...counts,
    figures: figures.map((figure) => {
      const published = listed.get(figure.id);
      return {
        ...figure,
        ...(published === undefined ? reconciliation(figure.id) : described(published)),
      };
    }),
  };
}
