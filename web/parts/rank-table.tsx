import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { keyText } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { Count, Share } from './figure.tsx';

interface Props {
  answer: RankingsAnswer;
  by: Dimension;
  caption: string;
  rows: readonly RankingRow[];
  pointed: string | null;
  onPoint(key: string | null): void;
  hrefOf(value: string): string;
}

function Row({ row, by, pointed, onPoint, hrefOf, answer }: Props & { row: RankingRow }) {
  const { t, f } = useLanguage();
  const value = row.key[by] ?? '';
  const key = keyText(row.key);
  const byMeanRank = answer.sort === 'smoothed' || answer.sort === 'potential';
  const name = f.name(by, value);
  return (
    <tr
      class={pointed === key ? 'pointed' : undefined}
      onPointerEnter={() => onPoint(key)}
      onPointerLeave={() => onPoint(null)}
    >
      <td class="number rank">
        <Count value={row.rank} />
        {byMeanRank && row.rankInterval !== null && (
          <span class="interval">{f.text(t.prospectPage.rankRange(...row.rankInterval))}</span>
        )}
      </td>
      <th scope="row">
        <a
          href={hrefOf(value)}
          aria-label={f.text(t.prospectPage.rowLink(name))}
          onFocus={() => onPoint(key)}
          onBlur={() => onPoint(null)}
        >
          {name}
        </a>
        {row.flag === 'low-base' && <span class="flag">{f.flag(row.flag)}</span>}
      </th>
      <td class="number strong">
        <Count value={row.count} />
      </td>
      <td class="number">
        <Count value={row.n} />
      </td>
      <td class="number">
        <Share share={row.share} ci={row.ci} flag={row.share === null ? row.flag : null} />
      </td>
      {answer.sort === 'smoothed' && (
        <td class="number">
          <Share share={row.smoothed?.share ?? null} ci={row.smoothed?.ci ?? null} flag={null} />
        </td>
      )}
      {answer.sort === 'potential' && (
        <td class="number">
          <span class="figure">{f.volume(row.potential?.enterprises ?? null)}</span>
          <span class="interval">{f.volumes(row.potential?.ci ?? null)}</span>
        </td>
      )}
    </tr>
  );
}

/** The ranking, whole: rank, name, answers counted, base, share with its interval, caution in words. */
export function RankTable(props: Props) {
  const { t, f } = useLanguage();
  const words = t.prospectPage;
  const sorted = (sort: string) => (props.answer.sort === sort ? 'descending' : undefined);
  return (
    <table class="figures ranking">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {f.text(words.rank)}
          </th>
          <th scope="col">{f.text(t.dimensions[props.by])}</th>
          <th scope="col" class="number" aria-sort={sorted('count')}>
            <abbr title={f.text(words.countLong)}>{f.text(words.count)}</abbr>
          </th>
          <th scope="col" class="number">
            <abbr title={f.text(words.baseLong)}>{f.text(words.base)}</abbr>
          </th>
          <th scope="col" class="number" aria-sort={sorted('share')}>
            <abbr title={f.text(words.shareLong)}>{f.text(words.share)}</abbr>
          </th>
          {props.answer.sort === 'smoothed' && (
            <th scope="col" class="number" aria-sort="descending">
              {f.text(words.smoothed)}
            </th>
          )}
          {props.answer.sort === 'potential' && (
            <th scope="col" class="number" aria-sort="descending">
              <abbr title={f.text(words.potentialLong)}>{f.text(words.potential)}</abbr>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={keyText(row.key)} {...props} row={row} />
        ))}
      </tbody>
    </table>
  );
}
