import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { letterOf } from '../../core/format/tier-letter.ts';
import { useLanguage } from '../context.ts';
import { BesideTick } from '../prospect/beside-tick.tsx';
import { formatChance } from '../prospect/chance.ts';
import { pointing } from '../prospect/pointing.ts';
import { runsOf } from '../prospect/tiers.ts';
import { nounOf, prospectWords } from '../prospect/words.ts';
import { Base, Count, Share } from './figure.tsx';
import { roles } from './scroll-box.tsx';

interface Props {
  answer: RankingsAnswer;
  caption: string;
  rows: readonly RankingRow[];
  pointed: string | null;
  onPoint(key: string | null): void;
  hrefOf(row: RankingRow): string;
}

const isEstimated = ({ sort }: RankingsAnswer): boolean => sort !== 'count' && sort !== 'share';

/** The smoothed share or the potential; said to be the model's where the row's own share is withheld. */
function Estimate({ row, sort }: { row: RankingRow; sort: RankingsAnswer['sort'] }) {
  const { f, lang } = useLanguage();
  const modelled = row.flag === 'suppressed';
  const given = sort === 'smoothed' ? row.smoothed : row.potential;
  return (
    <td {...roles.cell} class={modelled ? 'number modelled' : 'number strong'}>
      {sort === 'smoothed' ? (
        <Share share={row.smoothed?.share ?? null} ci={row.smoothed?.ci ?? null} flag={null} />
      ) : (
        <>
          <span class="figure">{f.volume(row.potential?.enterprises ?? null)}</span>
          <span class="interval">{f.volumes(row.potential?.ci ?? null)}</span>
        </>
      )}
      {modelled && given !== null && (
        <span class="flag">{f.text(prospectWords(lang).modelled)}</span>
      )}
    </td>
  );
}

/** What else is known of a row: on a narrow screen, a second line under what it is ranked by. */
function Further({ row, answer }: Props & { row: RankingRow }) {
  const { t, f, lang } = useLanguage();
  const { sort } = answer;
  const words = t.prospectPage;
  const look = (own: string) => (sort === own ? 'number strong' : 'number minor');
  return (
    <>
      {isEstimated(answer) && (
        <td {...roles.cell} class="number minor" data-name={f.text(prospectWords(lang).top)}>
          {formatChance(row.topProbability, lang)}
        </td>
      )}
      <td {...roles.cell} class={look('count')} data-name={f.text(words.count)}>
        <Count value={row.count} />
      </td>
      <td {...roles.cell} class="number base">
        <Base n={row.n} flag={row.flag} />
      </td>
      <td {...roles.cell} class={look('share')} data-name={f.text(words.share)}>
        <Share share={row.share} ci={row.ci} flag={row.share === null ? row.flag : null} />
      </td>
    </>
  );
}

function Row(props: Props & { row: RankingRow }) {
  const { t, f, lang } = useLanguage();
  const { row, pointed, onPoint, hrefOf, answer } = props;
  const { sort } = answer;
  const key = keyText(row.key);
  const name = nameKey(row.key, answer.by, row.label, lang);
  return (
    <tr {...roles.row} {...pointing(key, pointed, onPoint)}>
      <td {...roles.cell} class="number rank">
        <Count value={row.rank} />
        {isEstimated(answer) && row.rankInterval !== null && (
          <span class="interval">{f.text(t.prospectPage.rankRange(...row.rankInterval))}</span>
        )}
      </td>
      <th {...roles.heading} scope="row">
        <BesideTick row={row} answer={answer} />
        <a href={hrefOf(row)} aria-label={f.text(t.prospectPage.rowLink(name))}>
          {name}
        </a>
        {row.flag === 'low-base' && <span class="flag">{f.flag(row.flag)}</span>}
      </th>
      {(sort === 'smoothed' || sort === 'potential') && <Estimate row={row} sort={sort} />}
      <Further {...props} />
    </tr>
  );
}

interface HeadingProps {
  name: string;
  /** What the name stands for, where it is short for something. */
  long?: string;
  /** Whether rows are in the order of this column. */
  sorted?: boolean;
  /** `minor` is on the second line of a narrow screen, `base` at the end of the first. */
  place?: 'minor' | 'base';
}

function Heading({ name, long, sorted = false, place }: HeadingProps) {
  const { f } = useLanguage();
  const text = f.text(name);
  return (
    <th
      {...roles.column}
      scope="col"
      class={place === undefined || sorted ? 'number' : `number ${place}`}
      aria-sort={sorted ? 'descending' : undefined}
    >
      {long === undefined ? text : <abbr title={f.text(long)}>{text}</abbr>}
    </th>
  );
}

function Head({ answer }: { answer: RankingsAnswer }) {
  const { t, f, lang } = useLanguage();
  const words = t.prospectPage;
  const own = prospectWords(lang);
  const sorted = (sort: string) => answer.sort === sort;
  return (
    <thead {...roles.group}>
      <tr {...roles.row}>
        <th {...roles.column} scope="col" class="number rank">
          {f.text(words.rank)}
        </th>
        <th {...roles.column} scope="col">
          {f.text(answer.by.map((one) => t.dimensions[one]).join(' × '))}
        </th>
        {sorted('smoothed') && <Heading name={words.smoothed} sorted />}
        {sorted('potential') && (
          <Heading name={words.potential} long={words.potentialLong} sorted />
        )}
        {isEstimated(answer) && <Heading name={own.top} long={own.topLong} place="minor" />}
        <Heading name={words.count} long={words.countLong} sorted={sorted('count')} place="minor" />
        <Heading name={words.base} long={words.baseLong} place="base" />
        <Heading name={words.share} long={words.shareLong} sorted={sorted('share')} place="minor" />
      </tr>
    </thead>
  );
}

/** The ranking, whole, tier by tier: rank and its interval, name, figures with theirs, base, caution in words. */
export function RankTable(props: Props) {
  const { f, lang } = useLanguage();
  const { answer } = props;
  return (
    <table {...roles.table} class="figures ranking narrowing">
      <caption>{props.caption}</caption>
      <Head answer={answer} />
      {runsOf(answer, props.rows).map(({ tier, count, rows }) => (
        <tbody {...roles.group} key={keyText(rows[0]?.key ?? {})}>
          {tier !== null && (
            <tr {...roles.row} class="tier">
              <th {...roles.heading} scope="rowgroup" colSpan={isEstimated(answer) ? 7 : 5}>
                {f.text(
                  prospectWords(lang).tier(letterOf(tier), count, nounOf(answer.by, count, lang)),
                )}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <Row key={keyText(row.key)} {...props} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
