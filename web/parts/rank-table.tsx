import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { letterOf } from '../../core/format/tier-letter.ts';
import { useLanguage } from '../context.ts';
import { BesideTick } from '../prospect/beside-tick.tsx';
import { formatChance } from '../prospect/chance.ts';
import { pointing } from '../prospect/pointing.ts';
import { runsOf } from '../prospect/tiers.ts';
import { nounOf, prospectWords } from '../prospect/words.ts';
import { Count, Share } from './figure.tsx';

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
    <td class={modelled ? 'number modelled' : 'number strong'}>
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

function Row({ row, pointed, onPoint, hrefOf, answer }: Props & { row: RankingRow }) {
  const { t, f, lang } = useLanguage();
  const { sort } = answer;
  const key = keyText(row.key);
  const name = nameKey(row.key, answer.by, row.label, lang);
  return (
    <tr {...pointing(key, pointed, onPoint)}>
      <td class="number rank">
        <Count value={row.rank} />
        {isEstimated(answer) && row.rankInterval !== null && (
          <span class="interval">{f.text(t.prospectPage.rankRange(...row.rankInterval))}</span>
        )}
      </td>
      <th scope="row">
        <BesideTick row={row} answer={answer} />
        <a href={hrefOf(row)} aria-label={f.text(t.prospectPage.rowLink(name))}>
          {name}
        </a>
        {row.flag === 'low-base' && <span class="flag">{f.flag(row.flag)}</span>}
      </th>
      {(sort === 'smoothed' || sort === 'potential') && <Estimate row={row} sort={sort} />}
      {isEstimated(answer) && <td class="number">{formatChance(row.topProbability, lang)}</td>}
      <td class={sort === 'count' ? 'number strong' : 'number'}>
        <Count value={row.count} />
      </td>
      <td class="number">
        <Count value={row.n} />
      </td>
      <td class={sort === 'share' ? 'number strong' : 'number'}>
        <Share share={row.share} ci={row.ci} flag={row.share === null ? row.flag : null} />
      </td>
    </tr>
  );
}

function Head({ answer }: { answer: RankingsAnswer }) {
  const { t, f, lang } = useLanguage();
  const words = t.prospectPage;
  const own = prospectWords(lang);
  const sorted = (sort: string) => (answer.sort === sort ? 'descending' : undefined);
  return (
    <thead>
      <tr>
        <th scope="col" class="number">
          {f.text(words.rank)}
        </th>
        <th scope="col">{f.text(answer.by.map((one) => t.dimensions[one]).join(' × '))}</th>
        {answer.sort === 'smoothed' && (
          <th scope="col" class="number" aria-sort="descending">
            {f.text(words.smoothed)}
          </th>
        )}
        {answer.sort === 'potential' && (
          <th scope="col" class="number" aria-sort="descending">
            <abbr title={f.text(words.potentialLong)}>{f.text(words.potential)}</abbr>
          </th>
        )}
        {isEstimated(answer) && (
          <th scope="col" class="number">
            <abbr title={f.text(own.topLong)}>{f.text(own.top)}</abbr>
          </th>
        )}
        <th scope="col" class="number" aria-sort={sorted('count')}>
          <abbr title={f.text(words.countLong)}>{f.text(words.count)}</abbr>
        </th>
        <th scope="col" class="number">
          <abbr title={f.text(words.baseLong)}>{f.text(words.base)}</abbr>
        </th>
        <th scope="col" class="number" aria-sort={sorted('share')}>
          <abbr title={f.text(words.shareLong)}>{f.text(words.share)}</abbr>
        </th>
      </tr>
    </thead>
  );
}

/** The ranking, whole, tier by tier: rank and its interval, name, figures with theirs, base, caution in words. */
export function RankTable(props: Props) {
  const { f, lang } = useLanguage();
  const { answer } = props;
  return (
    <table class="figures ranking">
      <caption>{props.caption}</caption>
      <Head answer={answer} />
      {runsOf(answer, props.rows).map(({ tier, count, rows }) => (
        <tbody key={keyText(rows[0]?.key ?? {})}>
          {tier !== null && (
            <tr class="tier">
              <th scope="rowgroup" colSpan={isEstimated(answer) ? 7 : 5}>
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
