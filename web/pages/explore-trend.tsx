import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { splitAnswers } from '../../core/format/grammar.ts';
import { explainSlopes, mostSlopes, sayDrawn } from '../../core/format/pair-words.ts';
import { headlineTrends } from '../../core/format/trend-headline.ts';
import { latestTwo } from '../../core/format/trend-pair.ts';
import { useLanguage } from '../context.ts';
import { reachOf, trendPanels } from '../panels.ts';
import { Chart } from '../parts/chart.tsx';
import { Finding } from '../parts/finding.tsx';
import { HowToRead } from '../parts/how-to-read.tsx';
import { Wordings } from '../parts/method.tsx';
import { Notices } from '../parts/notices.tsx';
import { PairChoice } from '../parts/pair-choice.tsx';
import { PanelGrid } from '../parts/panel-grid.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { Pairs, TrendTable } from '../parts/trend-table.tsx';
import { formatView } from '../url-state.ts';
import type { View } from '../view.ts';

interface Props {
  view: View;
  question: QuestionAnswer;
  trends: TrendsAnswer;
  busy: boolean;
  pointed: string | null;
  onPoint(key: string | null): void;
  /** What takes the figures away. */
  away: ComponentChildren;
  onChange(part: Partial<View>, mode?: 'push' | 'replace'): void;
}

const expectedHeight = 400;

type Series = TrendsAnswer['series'][number];

/** Two editions of several groups are one chart: its lines are what there is to compare. */
const isOneSlope = ({ by, answers }: TrendsAnswer): boolean =>
  by.length === 0 || answers.length === 1;

/** How many slopes that chart draws: those with a figure, as far as there is room. */
const slopesOf = ({ series }: TrendsAnswer): number =>
  Math.min(
    mostSlopes,
    series.filter(({ points }) => points.some(({ share }) => share !== null)).length,
  );

function Lines({ trends, view, pointed, onPoint, onChange }: Props) {
  const kind = view.show === 'slope' ? 'slope' : 'trend';
  const whole = useMemo(() => ({ kind, answer: trends }) as const, [trends, kind]);
  const charts = useMemo(() => {
    const atLeast = reachOf(trends.series.flatMap(({ points }) => points));
    return trendPanels(trends).map(({ dimension, value, answer }) => ({
      dimension,
      value,
      request: { kind, answer, atLeast } as const,
    }));
  }, [trends, kind]);
  if (trends.by.length === 0 || (kind === 'slope' && isOneSlope(trends))) {
    return <Chart request={whole} expected={expectedHeight} pointed={pointed} onPoint={onPoint} />;
  }
  return (
    <PanelGrid
      charts={charts}
      expected={expectedHeight}
      rows={view.rows}
      onRows={(rows) => onChange({ rows })}
    />
  );
}

/** How the figures were made, and what each edition rests on. */
function TrendMethod({ trends, question }: Pick<Props, 'trends' | 'question'>) {
  const { t, f } = useLanguage();
  const points = trends.series.flatMap((series) => series.points);
  const [first] = trends.answers;
  return (
    <details class="method" open>
      <summary>{f.text(t.explorePage.method)}</summary>
      <ul>
        {(['microdata', 'published'] as const).map((basis) => {
          const on = points.filter((point) => point.basis === basis);
          const editions = [...new Set(on.map(({ edition }) => edition))];
          return (
            editions.length > 0 && (
              <li key={basis}>
                {editions.join(', ')}
                {f.text(t.colon)} {f.text(t.basisNote[basis])}
              </li>
            )
          );
        })}
        <li>{f.text(t.method.interval(f.level(trends.confidence)))}</li>
        <li>{f.text(t.analyst.trendTested)}</li>
        {first !== undefined && splitAnswers(first).length > 1 && (
          <li>{f.text(t.method.merged(first))}</li>
        )}
        {question.type === 'multiple' && <li>{f.text(t.method.multiple)}</li>}
        {question.description !== null && (
          <li>
            {f.text(t.explorePage.description)}
            {f.text(t.colon)} <span lang="fr">{f.text(question.description)}</span>
          </li>
        )}
      </ul>
    </details>
  );
}

/** The view of one line alone: its value among the filters, or its answer the only one counted. */
function narrowed(view: View, key: Series['key'], answer: string): View {
  const { by } = view;
  const value = by === null ? undefined : key[by];
  if (by === null || value === undefined) return { ...view, answers: splitAnswers(answer) };
  return { ...view, by: null, [by]: [value] };
}

/** A question over the editions: lines that stop where they must, and why, in words. */
export function ExploreTrend(props: Props) {
  const { t, f, lang } = useLanguage();
  const { trends, question, busy, view } = props;
  const told = view.show === 'slope' ? latestTwo(trends) : trends;
  const subtitle = f.trendSubtitle(told);
  const flags = trends.series.flatMap(({ points }) => points.map(({ flag }) => flag));
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <Finding text={headlineTrends(told, lang)} question={question.label} />
      <p class="subtitle">
        <Sentence text={subtitle} labels={[question.label]} />
      </p>
      {view.show === 'slope' && <PairChoice {...props} />}
      <Lines {...props} />
      <p class="reading">
        <Sentence text={f.trendReading(told)} labels={told.series.map((each) => each.answer)} />
      </p>
      {view.show === 'slope' && (
        <HowToRead
          sentences={[
            ...(isOneSlope(trends) ? sayDrawn(slopesOf(trends), trends.series.length, lang) : []),
            ...explainSlopes(told.series, lang),
          ]}
        />
      )}
      {props.away}
      <Pairs trends={trends} question={question} />
      <ScrollBox>
        <TrendTable
          trends={trends}
          caption={f.text(t.analyst.trendTable)}
          hrefOf={({ key, answer }) => formatView(narrowed(view, key, answer))}
        />
      </ScrollBox>
      <Notices cautions={trends.cautions} flags={flags} />
      <TrendMethod trends={trends} question={question} />
      <Wordings question={question} />
      <p class="visually-hidden" role="status">
        {busy ? f.text(t.loading) : subtitle}
      </p>
    </div>
  );
}
