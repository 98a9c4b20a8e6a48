import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizeDetails, sizes } from '../../core/contract/vocabulary.ts';
import { RandomStream } from '../../core/stats/random.ts';
import { allocate, pairByRank } from './allocation.ts';
import type { DemonstrationProfile, EditionProfile, ExactCounts } from './profile.ts';
import { seedOf } from './seed.ts';
import { calibrateWeights } from './weighting.ts';

/** The respondents of one edition, one entry each; dimensions are positions in the contract's lists. */
export interface Respondents {
  edition: number;
  count: number;
  department: Uint8Array;
  region: Uint8Array;
  sector: Uint8Array;
  sizeDetail: Uint8Array;
  size: Uint8Array;
  maturity: Float64Array;
  /** Number of enterprises represented, to three decimals. */
  weight: Float64Array;
  /** 1 for those whose answer to the question of the exact counts is settled beforehand. */
  counted: Uint8Array;
}

const regionIndex = new Map(regions.map((region, index) => [region.code, index]));
const regionOfDepartment = departments.map(({ region }) => regionIndex.get(region)!);
const sizeOfDetail = sizeDetails.map(({ folded }) => sizes.findIndex(({ key }) => key === folded));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

interface Group {
  departments: number[];
  sectors: number[];
}

/** How many respondents an edition has at another scale, in each class. */
const scaled = (counts: Readonly<Record<string, number>>, scale: number): number[] => {
  const values = Object.values(counts);
  return allocate(values, Math.max(values.length, Math.round(sum(values) * scale)));
};

function departmentShares(profile: DemonstrationProfile): number[] {
  return departments.map(({ code }) => {
    const share = profile.population[code]! ** 0.9;
    return code.length > 2 ? share * 0.25 : share;
  });
}

/**
 * The margins of the respondents whose answer is settled, and of the others. The first follow the published
 * counts, the departments not named being shared out by population under the cap.
 */
function countedGroups(
  profile: DemonstrationProfile,
  counts: ExactCounts,
  sectorTotals: readonly number[],
  random: RandomStream,
): [Group, Group] {
  const shares = departmentShares(profile);
  const named = departments.map(({ code }) => counts.departments[code] ?? 0);
  const countedSectors = sectors.map(({ key }) => counts.sectors[key]!);
  const unnamed = allocate(
    shares.map((share, index) => (named[index] ? 0 : share * Math.exp(0.12 * random.normal()))),
    sum(countedSectors) - sum(named),
    () => counts.cap,
  );
  const counted = named.map((value, index) => value + unnamed[index]!);
  const othersTotal = sum(sectorTotals) - sum(counted);
  const others = allocate(
    counted.map(
      (value, index) =>
        Math.max(value, 1) * Math.exp(0.12 * random.normal()) + shares[index]! * 0.01,
    ),
    othersTotal,
  );
  return [
    { departments: counted, sectors: countedSectors },
    {
      departments: others,
      sectors: sectorTotals.map((total, index) => total - countedSectors[index]!),
    },
  ];
}

const repeat = (counts: readonly number[]): Uint8Array =>
  Uint8Array.from(counts.flatMap((count, value) => Array.from({ length: count }, () => value)));

const sectorAffinity: Readonly<Record<string, number>> = {
  agriculture: -1.2,
  industrie: -0.2,
  'batiment-construction': -0.2,
  ntic: 1,
  'activites-financieres-assurances': 0.6,
  'services-specialises-techniques': 0.7,
};

/** Places drawn for the respondents: where they are, what they do, whether their answer is settled. */
type Places = Pick<Respondents, 'department' | 'sector' | 'counted'>;

/** Draws each group's departments and sectors with their exact totals, urban ones together, in random order. */
function drawPlaces(
  groups: readonly Group[],
  urban: readonly number[],
  random: RandomStream,
): Places {
  const affinity = sectors.map(({ key }) => sectorAffinity[key] ?? 0);
  const drawn = groups.flatMap((group, position) => {
    const own = repeat(group.departments);
    const rank = Array.from(own, (department) => urban[department]!);
    const sector = pairByRank(group.sectors, affinity, rank, 1.2, random);
    const counted = groups.length > 1 && position === 0 ? 1 : 0;
    return Array.from(own, (department, index) => ({
      department,
      sector: sector[index]!,
      counted,
      order: random.uniform(),
    }));
  });
  drawn.sort((one, other) => one.order - other.order);
  return {
    department: Uint8Array.from(drawn, ({ department }) => department),
    sector: Uint8Array.from(drawn, ({ sector }) => sector),
    counted: Uint8Array.from(drawn, ({ counted }) => counted),
  };
}

/**
 * Draws the respondents of an edition: departments, sectors and sizes with exact totals, associated through
 * how urban a department is; a latent digital maturity made of sector, size, department and person; weights
 * calibrated on size, sector and region. At scale 1 the published exact counts hold.
 */
export function drawRespondents(
  profile: DemonstrationProfile,
  edition: number,
  editionProfile: EditionProfile,
  seed: number,
  scale: number,
): Respondents {
  const streamOf = (part: string) => new RandomStream(seedOf(seed, part));
  const random = streamOf(`respondents ${edition}`);
  const sectorTotals = scaled(editionProfile.sectors, scale);
  const count = sum(sectorTotals);
  const isCounted = profile.counts.edition === edition && scale === 1;
  const groups: Group[] = isCounted
    ? countedGroups(profile, profile.counts, sectorTotals, random)
    : [{ departments: allocate(departmentShares(profile), count), sectors: sectorTotals }];
  const urban = departments.map(({ code }) => Math.log(profile.population[code]! / 500));
  const places = drawPlaces(groups, urban, random);
  const sizeDetail = drawSizes(editionProfile, scale, count, random);
  const region = places.department.map((value) => regionOfDepartment[value]!);
  const people = { ...places, region, sizeDetail };
  return {
    ...people,
    edition,
    count,
    size: sizeDetail.map((detail) => sizeOfDetail[detail]!),
    maturity: drawMaturity(profile, people, urban, streamOf('departments'), random),
    weight: calibrateWeights(
      profile.margins,
      editionProfile.population,
      people,
      streamOf(`weights ${edition}`),
    ),
  };
}

function drawSizes(
  profile: EditionProfile,
  scale: number,
  total: number,
  random: RandomStream,
): Uint8Array {
  const keys = Object.keys(profile.sizes);
  const positions = keys.map((key) => sizeDetails.findIndex((detail) => detail.key === key));
  const counts = allocate(scaled(profile.sizes, scale), total);
  const flat = new Float64Array(total);
  return pairByRank(
    counts,
    keys.map(() => 0),
    flat,
    1,
    random,
  ).map((value) => positions[value]!);
}

function drawMaturity(
  profile: DemonstrationProfile,
  people: Pick<Respondents, 'department' | 'sector' | 'sizeDetail' | 'counted'>,
  urban: readonly number[],
  lasting: RandomStream,
  random: RandomStream,
): Float64Array {
  const ofDepartment = urban.map((value) => 0.08 * value + 0.16 * lasting.normal());
  const ofSector = sectors.map(({ key }) => profile.maturity.sectors[key]!);
  const ofSize = sizeDetails.map(({ key }) => profile.maturity.sizes[key] ?? 0);
  return Float64Array.from(
    people.sector,
    (sector, index) =>
      ofSector[sector]! +
      ofSize[people.sizeDetail[index]!]! +
      ofDepartment[people.department[index]!]! +
      0.6 * people.counted[index]! +
      0.8 * random.normal(),
  );
}
