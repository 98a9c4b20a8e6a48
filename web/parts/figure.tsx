import type { Cell } from '../../core/contract/crosstab.ts';
import type { Flag } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';

/** A share with its interval beneath, or in words why there is none. */
export function Share(props: {
  share: number | null;
  ci: readonly [number, number] | null;
  flag: Flag;
}) {
  const { f } = useLanguage();
  return (
    <>
      <span class="figure">
        {props.share === null ? <Absent flag={props.flag} /> : f.share(props.share)}
      </span>
      {props.share !== null && props.ci !== null && (
        <span class="interval">{f.interval(props.ci)}</span>
      )}
      {props.share !== null && props.flag !== null && (
        <span class="flag">{f.flag(props.flag)}</span>
      )}
    </>
  );
}

/** Words in the place of a figure that cannot be given. */
export function Absent({ flag }: { flag: Flag }) {
  const { t, f } = useLanguage();
  return <span class="flag">{flag === null ? f.text(t.noFigure) : f.flag(flag)}</span>;
}

/** A whole number, or a dash that is read as « not available ». */
export function Count({ value }: { value: number | null }) {
  const { t, f } = useLanguage();
  if (value !== null) return <>{f.count(value)}</>;
  return (
    <>
      <span aria-hidden="true">{f.count(null)}</span>
      <span class="visually-hidden">{f.text(t.noFigure)}</span>
    </>
  );
}

/** A base: its respondents, « < 3 » where they are too few to be counted in print, or a dash. */
export function Base({ n, flag }: { n: number | null; flag: Flag }) {
  const { f } = useLanguage();
  const said = f.base(n, flag);
  return said === '' ? <Count value={n} /> : <span>{said}</span>;
}

/** The letter that names a row or a column, where its table has letters. */
export const LetterName = ({ letter }: { letter: string | undefined }) =>
  letter === undefined ? null : <span class="letter-name"> {letter}</span>;

/** The letters of those that a figure clearly exceeds. */
export function Letters({ higherThan = [] }: { higherThan: Cell['higherThan'] | undefined }) {
  const { t, f } = useLanguage();
  if (higherThan.length === 0) return null;
  const letters = higherThan.join(' ');
  return (
    <span class="letters">
      <span aria-hidden="true">{letters}</span>
      <span class="visually-hidden">{f.text(t.analyst.higherThan(higherThan.join(', ')))}</span>
    </span>
  );
}

/** An arrow and the gap, where a figure differs from the rest of its table beyond chance. */
export function Mark({ vsRest }: { vsRest: Cell['vsRest'] }) {
  const { t, f } = useLanguage();
  if (vsRest === null || vsRest.difference === null || vsRest.significant !== true) return null;
  const above = vsRest.difference > 0;
  // The unit may go to a line of its own in a narrow column, the arrow may not leave its figure.
  const [gap, unit] = f.points(vsRest.difference).split(/\s(?=\S+$)/u);
  return (
    <span class="mark-vs-rest">
      <span class="together">
        <span aria-hidden="true">{above ? '▲' : '▼'}</span> {gap}
      </span>{' '}
      {unit}
      <span class="visually-hidden"> {f.text(t.method.vsRest)}</span>
    </span>
  );
}

/** How many enterprises a share stands for, where its table gives numbers. */
export function Enterprises({ of: cell, intervals }: { of: Cell; intervals: boolean }) {
  const { t, f } = useLanguage();
  const total = cell.enterprises;
  if (total === undefined || cell.share === null) return null;
  if (total.count === null) return <span class="enterprises">{f.text(t.analyst.noTotal)}</span>;
  const said = f.text(t.analyst.enterprises(f.volume(total.count)));
  const [count, unit] = said.split(/\s(?=\S+$)/u);
  return (
    <span class="enterprises">
      <span class="together">{count}</span> <span class="unit">{unit}</span>
      {intervals && total.ci !== null && <span class="interval">{f.volumes(total.ci)}</span>}
      {total.flag !== cell.flag && <span class="flag">{f.text(t.analyst.fragileTotal)}</span>}
    </span>
  );
}
