import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { headlineCrosstab } from '../../core/format/crosstab-headline.ts';
import { useLanguage } from '../context.ts';
import { heatScale } from '../heat.ts';
import { crosstabPanels, reachOf } from '../panels.ts';
import { Chart } from '../parts/chart.tsx';
import { CrossTable, type CrossTables } from '../parts/cross-table.tsx';
import { CrosstabTable } from '../parts/crosstab-table.tsx';
import { Finding } from '../parts/finding.tsx';
import { HeatLegend } from '../parts/heat-legend.tsx';
import { Method, Wordings } from '../parts/method.tsx';
import { Notices } from '../parts/notices.tsx';
import { PanelGrid } from '../parts/panel-grid.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { Nobody } from '../parts/states.tsx';
import { TableNotes, TableSwitches } from '../parts/table-switches.tsx';
import { formatView } from '../url-state.ts';
import type { Show, View } from '../view.ts';
import { printsIntervals } from './explore-views.ts';

interface Props {
  view: View;
  show: Show;
  question: QuestionAnswer;
  counted: readonly string[];
  answer: CrosstabAnswer;
  /** Null until both totals have come, and for fewer than two dimensions. */
  tables: CrossTables | null;
  busy: boolean;
  pointed: string | null;
  onPoint(key: string | null): void;
  /** What takes the figures away. */
  away: ComponentChildren;
  onChange(part: Partial<View>, mode?: 'push' | 'replace'): void;
}

const expectedHeight = ({ rows, answers, question }: CrosstabAnswer): number =>
  60 +
  30 *
    (rows.length === 0 || question.type === 'multiple' ? answers.length : 1) *
    (rows.length || 1);

/** The view of one value of a dimension: the dimension left, the value among the filters. */
function narrowed(view: View, dimension: Dimension, value: string): View {
  const left = view.by === dimension ? view.cross : view.by;
  return { ...view, by: left, cross: null, show: null, [dimension]: [value] };
}

/** The table of what is on show, whatever its dimensions. */
function Table(props: Props) {
  const { t, f } = useLanguage();
  const { answer, tables, view, show, pointed, onPoint } = props;
  const [by, across] = answer.by;
  const intervals = printsIntervals(view);
  const shares = answer.rows.flatMap(({ cells }) => cells.map(({ share }) => share));
  const heat = show === 'heat' ? heatScale(shares) : null;
  const names = answer.by.map((dimension) => t.by[dimension]);
  const caption = `${f.text(names.join(' × ') || t.byNone)}, ${answer.edition}`;
  return (
    <>
      <TableSwitches {...props} />
      {heat !== null && <HeatLegend scale={heat} />}
      <ScrollBox>
        {across !== undefined && tables !== null ? (
          <CrossTable
            {...{ tables, caption, intervals, heat }}
            hrefOf={(dimension, value) => formatView(narrowed(view, dimension, value))}
          />
        ) : (
          <CrosstabTable
            {...{ answer, caption, intervals, heat, pointed, onPoint }}
            hrefOf={(value) => formatView(by === undefined ? view : narrowed(view, by, value))}
          />
        )}
      </ScrollBox>
      <TableNotes {...props} />
      {across !== undefined && <p class="note">{f.text(t.analyst.trueTotals)}</p>}
    </>
  );
}

function Panels({ answer, tables, view, onChange }: Props) {
  const charts = useMemo(() => {
    const panels = crosstabPanels(answer, tables?.columnTotals ?? null);
    const atLeast = reachOf(answer.rows.flatMap(({ cells }) => cells));
    return panels.map(({ dimension, value, answer: part }) => ({
      dimension,
      value,
      request: { kind: 'crosstab' as const, answer: part, atLeast },
    }));
  }, [answer, tables?.columnTotals]);
  const [first] = charts;
  return (
    <PanelGrid
      charts={charts}
      expected={first === undefined ? 0 : expectedHeight(first.request.answer)}
      rows={view.rows}
      onRows={(rows) => onChange({ rows })}
    />
  );
}

function Figure(props: Props) {
  const { t, f } = useLanguage();
  const { answer, show, pointed, onPoint } = props;
  const chart = useMemo(() => ({ kind: 'crosstab' as const, answer }), [answer]);
  if (show === 'table' || show === 'heat') {
    return (
      <>
        <Table {...props} />
        {props.away}
      </>
    );
  }
  return (
    <>
      {show === 'multiples' ? (
        <Panels {...props} />
      ) : (
        <Chart
          request={chart}
          expected={expectedHeight(answer)}
          pointed={pointed}
          onPoint={onPoint}
        />
      )}
      <p class="reading">
        <Sentence text={f.crosstabReading(answer)} labels={answer.answers} />
      </p>
      {props.away}
      {answer.by.length < 2 && show === 'chart' ? (
        <Table {...props} />
      ) : (
        <details class="method">
          <summary>{f.text(t.analyst.twin)}</summary>
          <Table {...props} />
        </details>
      )}
    </>
  );
}

const isMarked = ({ cells }: Row): boolean => cells.some(({ vsRest }) => vsRest?.significant);

/** A question's answers in one edition, in the way chosen, with what is needed to read them. */
export function ExploreResult(props: Props) {
  const { t, f, lang } = useLanguage();
  const { answer, tables, view, question, busy } = props;
  const rows = [answer, tables?.rowTotals, tables?.columnTotals].flatMap(
    (each) => each?.rows ?? [],
  );
  const flags = [answer.total, ...rows].flatMap(({ cells }) => cells.map(({ flag }) => flag));
  const subtitle = f.crosstabSubtitle(answer);
  if (answer.total.n === 0) return <Nobody />;
  return (
    <div class={busy ? 'result busy' : 'result'} aria-busy={busy}>
      <Finding text={headlineCrosstab(answer, lang)} question={answer.question.label} />
      <p class="subtitle">
        <Sentence text={subtitle} labels={[question.label]} />
      </p>
      <Figure {...props} />
      {rows.some(isMarked) && <p class="note">{f.text(t.method.marks)}</p>}
      <Notices cautions={answer.cautions} flags={flags} />
      <p class="actions">
        <a
          class="button quiet"
          href={formatView({
            ...view,
            page: 'prospect',
            by: 'department',
            cross: null,
            show: null,
            intervals: null,
            answers: props.counted.length > 0 ? props.counted : question.favourable,
          })}
        >
          {f.text(t.explorePage.toProspect)}
        </a>
      </p>
      <Method answer={answer} question={question} />
      <Wordings question={question} />
      <p class="visually-hidden" role="status">
        {busy ? f.text(t.loading) : subtitle}
      </p>
    </div>
  );
}
