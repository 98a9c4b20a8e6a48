/** A finding that may be told: how strong it is, and what it is about. */
export interface Tellable {
  readonly kind: string;
  /** Larger is surer; compared within a kind only. */
  readonly strength: number;
  /** What no two of those told may share: a question. */
  readonly subject: number;
  /** What is not told again before every other has been: a chapter. */
  readonly field: number;
  /** What is better not repeated, such as a population: each time it was told already halves the strength. */
  readonly themes: readonly string[];
}

/**
 * Chooses `count` findings that are not all of a piece: the kinds take turns in the order given, each telling its
 * strongest, halved for every theme already told, in a field that was not; a kind that has none lets its turn pass, and
 * once all have, the fields are open again. Ties keep the order of `findings`, so the choice is always the same.
 */
export function pickDiverse<Finding extends Tellable>(
  findings: readonly Finding[],
  kinds: readonly string[],
  count: number,
): Finding[] {
  const told: Finding[] = [];
  const fields = new Set<number>();
  let turn = 0;
  while (told.length < count) {
    const found = nextOf(findings, kinds, turn, { told, fields });
    if (found === null && fields.size === 0) break;
    if (found === null) {
      fields.clear();
      continue;
    }
    told.push(found);
    fields.add(found.field);
    turn = kinds.indexOf(found.kind) + 1;
  }
  return told;
}

function nextOf<Finding extends Tellable>(
  findings: readonly Finding[],
  kinds: readonly string[],
  turn: number,
  { told, fields }: { told: readonly Finding[]; fields: ReadonlySet<number> },
): Finding | null {
  const themes = told.flatMap((each) => each.themes);
  const worth = ({ strength, themes: own }: Finding): number =>
    strength / 2 ** themes.filter((theme) => own.includes(theme)).length;
  const isOpen = ({ subject, field }: Finding): boolean =>
    !fields.has(field) && !told.some((each) => each.subject === subject);
  for (let pass = 0; pass < kinds.length; pass += 1) {
    const kind = kinds[(turn + pass) % kinds.length];
    const [first, ...others] = findings.filter((each) => each.kind === kind && isOpen(each));
    if (first !== undefined) {
      return others.reduce((best, each) => (worth(each) > worth(best) ? each : best), first);
    }
  }
  return null;
}
