import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { formatNumber, formatScoreInterval } from '../../core/format/numbers.ts';
import { letterOf } from '../../core/format/tier-letter.ts';
import { useLanguage } from '../context.ts';
import { Absent, Count } from '../parts/figure.tsx';
import { roles } from '../parts/scroll-box.tsx';
import { BesideTick } from './beside-tick.tsx';
import { formatChance } from './chance.ts';
import { pointing } from './pointing.ts';
import { steadiness } from './score.ts';
import { runsOf } from './tiers.ts';
import { nounOf, prospectWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  caption: string;
  rows: readonly RankingRow[];
  pointed: string | null;
  onPoint(key: string | null): void;
}

/** What each criterion adds to a row's score, or takes from it. */
function Why({ row, answer, name }: { row: RankingRow; answer: RankingsAnswer; name: string }) {
  const { t, f, lang } = useLanguage();
  const words = prospectWords(lang);
  return (
    <details class="why">
      <summary aria-label={f.text(words.whyRankOf(name))}>{f.text(words.whyRank)}</summary>
      <ul>
        {(row.parts ?? []).map(({ share, contribution }, j) => {
          const sign = contribution > 0 ? '+' : '';
          const points = sign + formatNumber(contribution, 1, lang);
          return (
            <li key={answer.criteria?.[j]?.question.code}>
              <span lang="fr">{f.text(answer.criteria?.[j]?.question.label ?? '')}</span>
              {f.text(t.colon)} {f.text(words.contribution(points, f.share(share)))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Score({ row }: { row: RankingRow }) {
  const { f, lang } = useLanguage();
  return (
    <td {...roles.cell} class={row.flag === 'suppressed' ? 'number modelled' : 'number strong'}>
      {row.score === null ? (
        <Absent flag={row.flag} />
      ) : (
        <>
          <span class="figure">{formatNumber(row.score, 1, lang)}</span>
          <span class="interval">{formatScoreInterval(row.scoreCi ?? null, lang)}</span>
        </>
      )}
      {row.flag === 'suppressed' && row.score !== null && (
        <span class="flag">{f.text(prospectWords(lang).modelled)}</span>
      )}
    </td>
  );
}

/** In how many weightings of a thousand the row stays among the first. */
function Steady({ label }: { label: string }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const known = steadiness.value;
  const kept = known?.get(label);
  return (
    <td {...roles.cell} class="number steady minor" data-name={f.text(words.steady)}>
      {known === null
        ? f.text(words.counting)
        : kept === undefined
          ? '–'
          : f.text(words.steadyOf(f.count(kept)))}
    </td>
  );
}

function Row({ row, answer, pointed, onPoint }: Props & { row: RankingRow }) {
  const { t, f, lang } = useLanguage();
  const key = keyText(row.key);
  const name = nameKey(row.key, answer.by, row.label, lang);
  return (
    <tr {...roles.row} {...pointing(key, pointed, onPoint)}>
      <td {...roles.cell} class="number rank">
        <Count value={row.rank} />
        {row.rankInterval !== null && (
          <span class="interval">{f.text(t.prospectPage.rankRange(...row.rankInterval))}</span>
        )}
      </td>
      <th {...roles.heading} scope="row">
        <BesideTick row={row} answer={answer} />
        {name}
        {row.flag === 'low-base' && <span class="flag">{f.flag(row.flag)}</span>}
        {row.score !== null && row.parts !== undefined && (
          <Why row={row} answer={answer} name={name} />
        )}
      </th>
      <Score row={row} />
      <td {...roles.cell} class="number minor" data-name={f.text(prospectWords(lang).top)}>
        {formatChance(row.topProbability, lang)}
      </td>
      <Steady label={row.label} />
      <td {...roles.cell} class="number base">
        <Count value={row.n} />
      </td>
    </tr>
  );
}

/** The ranking by score, tier by tier: rank and its interval, score, steadiness, base, and why. */
export function ScoreTable(props: Props) {
  const { t, f, lang } = useLanguage();
  const { answer } = props;
  const words = prospectWords(lang);
  return (
    <table {...roles.table} class="figures ranking narrowing">
      <caption>{props.caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.column} scope="col" class="number rank">
            {f.text(t.prospectPage.rank)}
          </th>
          <th {...roles.column} scope="col">
            {f.text(answer.by.map((one) => t.dimensions[one]).join(' × '))}
          </th>
          <th {...roles.column} scope="col" class="number" aria-sort="descending">
            {f.text(words.score)}
          </th>
          <th {...roles.column} scope="col" class="number minor">
            <abbr title={f.text(words.topLong)}>{f.text(words.top)}</abbr>
          </th>
          <th {...roles.column} scope="col" class="number minor">
            <abbr title={f.text(words.steadyLong)}>{f.text(words.steady)}</abbr>
          </th>
          <th {...roles.column} scope="col" class="number base">
            <abbr title={f.text(t.prospectPage.baseLong)}>{f.text(t.prospectPage.base)}</abbr>
          </th>
        </tr>
      </thead>
      {runsOf(answer, props.rows).map(({ tier, count, rows }) => (
        <tbody {...roles.group} key={keyText(rows[0]?.key ?? {})}>
          {tier !== null && (
            <tr {...roles.row} class="tier">
              <th {...roles.heading} scope="rowgroup" colSpan={6}>
                {f.text(words.tier(letterOf(tier), count, nounOf(answer.by, count, lang)))}
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
