import { regions } from '../../core/contract/territories.ts';
import { sectors, sizes } from '../../core/contract/vocabulary.ts';
import { bitOf, everyAnswer, foldAnswer, missingBit } from './answer-bits.ts';
import { type CsvFile, csvFields } from './csv-file.ts';
import { hasVariant, missingLabel, variantOf } from './microdata-file.ts';
import { regionNames, sectorNames } from './names.ts';
import type { EditionProfile, QuestionnaireEntry } from './profile.ts';
import type { Respondents } from './respondents.ts';

export const publishedHeader = [
  'code_unifie',
  'libelle_reponse',
  'poids_reponse',
  'region',
  'secteur',
  'taille',
  'annee',
  'poids_question',
  'score',
  'libelle_reponse_unifie',
  'taille_tri',
  'secteur_tri',
  'region_tri',
];

const total = -1;

interface Profile {
  region: number;
  sector: number;
  size: number;
}

/** One cell of the aggregates: each respondent belongs to one, and a profile gathers several. */
const cellCount = regions.length * sectors.length * sizes.length;
const cellOf = (region: number, sector: number, size: number) =>
  (region * sectors.length + sector) * sizes.length + size;

/** A line of answers of an edition, as it is aggregated: two spellings of an answer are two lines. */
interface Line {
  label: string;
  unified: string;
  mask: number;
  variant: boolean | null;
}

const encoder = new TextEncoder();

/**
 * Aggregates an edition as the portal does: France, then every crossing of at most two of region, sector and
 * size, the others being literal totals. Overseas respondents count in the totals only. `poids_question` is the
 * weight of those who answered the question, the whole profile where nobody is left out, and `score` the share of it
 * that gave the answer, in per cent.
 */
export class PublishedAggregates {
  readonly #file: CsvFile;
  readonly #people: Respondents;
  readonly #cell: Uint16Array;
  readonly #profiles: { key: Profile; cells: Uint16Array }[];
  readonly #names: { region: string[]; sector: string[]; size: string[] };

  constructor(file: CsvFile, people: Respondents, edition: EditionProfile) {
    this.#file = file;
    this.#people = people;
    const grouped = edition.groupedPacaCorse;
    const paca = regions.findIndex(({ code }) => code === '93');
    const corse = regions.findIndex(({ code }) => code === '94');
    const regionOf = (region: number) => (grouped && region === corse ? paca : region);
    this.#cell = Uint16Array.from(people.region, (region, index) =>
      cellOf(regionOf(region), people.sector[index]!, people.size[index]!),
    );
    this.#names = {
      region: regionNames(edition),
      sector: sectorNames(people.edition),
      size: sizes.map(({ fr }) => fr),
    };
    const population = new Float64Array(cellCount);
    this.#cell.forEach((cell, index) => {
      population[cell]! += people.weight[index]!;
    });
    this.#profiles = profilesOf(population);
  }

  /** Writes the rows of one question. */
  add(entry: QuestionnaireEntry, bits: Uint16Array): void {
    const { edition } = this.#people;
    const labels = entry.answers[edition]!;
    const base = this.#sum(bits, everyAnswer(labels), null);
    const asked = this.#sum(bits, everyAnswer(labels) | missingBit, null);
    for (const line of linesOf(entry, edition)) {
      const weights = this.#sum(bits, line.mask, line.variant);
      this.#write(entry.code, line, weights, line.mask === missingBit ? asked : base);
    }
  }

  #sum(bits: Uint16Array, mask: number, variant: boolean | null): Float64Array {
    const sums = new Float64Array(cellCount);
    const { weight } = this.#people;
    for (let index = 0; index < bits.length; index += 1)
      if (bits[index]! & mask && (variant === null || hasVariant(index) === variant))
        sums[this.#cell[index]!]! += weight[index]!;
    return sums;
  }

  #write(code: number, line: Line, weights: Float64Array, base: Float64Array): void {
    for (const { key, cells } of this.#profiles) {
      let weight = 0;
      let whole = 0;
      for (const cell of cells) {
        weight += weights[cell]!;
        whole += base[cell]!;
      }
      if (weight === 0) continue;
      const row = [
        code,
        line.label,
        weight.toFixed(1),
        key.region === total ? 'Toutes régions' : this.#names.region[key.region]!,
        key.sector === total ? 'Tous secteurs' : this.#names.sector[key.sector]!,
        key.size === total ? 'Toutes tailles' : this.#names.size[key.size]!,
        this.#people.edition,
        whole.toFixed(1),
        ((100 * weight) / whole).toFixed(2),
        line.unified,
        key.size + 1,
        key.sector + 1,
        key.region + 1,
      ];
      this.#file.row(encoder.encode(csvFields(row)));
    }
  }
}

/** The unified label of « J'en ai » and « Oui » is left empty for 802–807, as in the open data. */
const hasEmptyUnified = (code: number) => code >= 802 && code <= 807;

function linesOf(entry: QuestionnaireEntry, edition: number): Line[] {
  const latest = Object.keys(entry.answers).sort().at(-1)!;
  const unified = (label: string) =>
    hasEmptyUnified(entry.code)
      ? ''
      : (entry.answers[latest]!.find((other) => foldAnswer(other) === foldAnswer(label)) ?? label);
  const lines = entry.answers[edition]!.flatMap((label, answer): Line[] => {
    const variant = variantOf(entry, edition, label);
    const line = { label, unified: unified(label), mask: bitOf(answer) };
    if (variant === null) return [{ ...line, variant: null }];
    return [
      { ...line, variant: false },
      { ...line, label: variant, unified: '', variant: true },
    ];
  });
  return [
    ...lines,
    { label: missingLabel, unified: missingLabel, mask: missingBit, variant: null },
  ];
}

/** Every profile with a respondent: at least one of the three dimensions is a total. */
function profilesOf(population: Float64Array): { key: Profile; cells: Uint16Array }[] {
  const mainland = regions.flatMap(({ code }, index) =>
    code.startsWith('0') || code.includes('+') ? [] : [index],
  );
  const result: { key: Profile; cells: Uint16Array }[] = [];
  for (const region of [total, ...mainland])
    for (const sector of [total, ...sectors.keys()])
      for (const size of [total, ...sizes.keys()]) {
        if (region !== total && sector !== total && size !== total) continue;
        const cells = cellsOf({ region, sector, size }).filter((cell) => population[cell]! > 0);
        if (cells.length === 0) continue;
        result.push({
          key: { region, sector, size },
          cells: Uint16Array.from(cells),
        });
      }
  return result;
}

function cellsOf(key: Profile): number[] {
  const range = (value: number, length: number) =>
    value === total ? Array.from({ length }, (_, index) => index) : [value];
  return range(key.region, regions.length).flatMap((region) =>
    range(key.sector, sectors.length).flatMap((sector) =>
      range(key.size, sizes.length).map((size) => cellOf(region, sector, size)),
    ),
  );
}
