import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { TrendChange, TrendsAnswer } from '../../core/contract/trends.ts';
import { keyText } from '../../core/format/names.ts';
import { nameSeries } from '../../core/format/trend-words.ts';
import { useLanguage } from '../context.ts';
import { emptyView, formatView } from '../url-state.ts';
import { Causes } from './causes.tsx';
import { Share } from './figure.tsx';

/** Whether two editions may be set beside each other. */
export const compares = ({ comparability, reason }: TrendChange): boolean =>
  comparability === 'comparable' && reason === null;

/** What a change may be said to be: a clear gap with its arrow, none that shows, or nothing at all. */
export function Change({ change }: { change: TrendChange }) {
  const { t, f } = useLanguage();
  const { difference, significant, ci } = change;
  const words = t.analyst;
  if (!compares(change)) return <span class="flag">{f.text(words.notCompared)}</span>;
  if (difference === null) return null;
  const gap = f.points(difference);
  const bounds = ci !== null && (
    <>
      {' '}
      <span class="bounds">[{f.pointsInterval(ci)}]</span>
    </>
  );
  if (significant === null)
    return <span class="change">{`${gap} (${f.text(words.untested)})`}</span>;
  if (!significant) {
    return (
      <span class="change">
        {gap}
        {bounds}, {f.text(words.notSignificant)}
      </span>
    );
  }
  return (
    <span class="change clear">
      <span aria-hidden="true">{difference > 0 ? '▲' : '▼'}</span> {gap}
      {bounds}, {f.text(words.significant)}
    </span>
  );
}

interface TableProps {
  trends: TrendsAnswer;
  caption: string;
  /** Where a line leads. */
  hrefOf(series: TrendsAnswer['series'][number]): string;
}

/** Every series in every edition: share, interval, base or source, and the change since the edition before. */
export function TrendTable({ trends, caption, hrefOf }: TableProps) {
  const { t, f, lang } = useLanguage();
  const points = trends.series.flatMap((series) => series.points);
  const editions = [...new Set(points.map(({ edition }) => edition))].sort((a, b) => a - b);
  return (
    <table class="figures breakdown trend">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{f.text(t.analyst.trendLine)}</th>
          {editions.map((edition) => (
            <th key={edition} scope="col" class="number">
              {edition}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trends.series.map((series) => (
          <tr key={`${keyText(series.key)} ${series.answer}`}>
            <th scope="row" lang={trends.by.length === 0 ? 'fr' : undefined}>
              <a href={hrefOf(series)}>{nameSeries(trends, series, lang)}</a>
            </th>
            {editions.map((edition) => {
              const point = series.points.find((each) => each.edition === edition);
              const change = series.changes.find(({ to }) => to === edition);
              if (point === undefined) return <td key={edition} />;
              return (
                <td key={edition} class="number">
                  <Share {...point} />
                  <span class="cell-base">
                    {point.n === null
                      ? f.text(t.analyst.aggregate)
                      : t.analyst.base(f.count(point.n))}
                  </span>
                  {change !== undefined && <Change change={change} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether each edition can be set beside the one before it, and why not; a link to the question's history. */
export function Pairs({ trends, question }: { trends: TrendsAnswer; question: QuestionAnswer }) {
  const { t, f, lang } = useLanguage();
  const changes = trends.series[0]?.changes ?? [];
  if (changes.length === 0) return <p>{f.text(t.analyst.oneEdition)}</p>;
  const history = { ...emptyView('question', lang), question: question.code };
  return (
    <section class="pairs">
      <h3>{f.text(t.analyst.pairsTitle)}</h3>
      <dl>
        {changes.map((change) => (
          <div key={change.to}>
            <dt>{t.analyst.pair(change.from, change.to)}</dt>
            <dd>
              <strong class={compares(change) ? undefined : 'broken'}>
                {f.text(
                  compares(change) || change.comparability !== 'comparable'
                    ? t.comparability[change.comparability]
                    : t.analyst.notCompared,
                )}
              </strong>
              {change.causes.length > 0 && '. '}
              <Causes of={change.causes} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={formatView(history)}>{f.text(t.analyst.historyLink)}</a>
      </p>
    </section>
  );
}
