import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { OwnPanel } from '../own/panel.tsx';
import { Notices } from '../parts/notices.tsx';
import { BesidePanel } from './beside-panel.tsx';
import { CallPlanPanel } from './call-plan-panel.tsx';
import { keptRows } from './exclusions.ts';
import { ListPanel } from './list-panel.tsx';

interface Props {
  answer: RankingsAnswer;
  /** The same once its ranks are known: what a moving slider does not change. */
  settled: RankingsAnswer;
  without: readonly string[];
}

/** What one does with a ranking: compare, take away, plan calls, set one's own customers against it. */
export function Uses({ answer, settled, without }: Props) {
  const rows = keptRows(answer.rows, without);
  return (
    <>
      <BesidePanel answer={settled} />
      <ListPanel answer={answer} rows={rows} />
      <CallPlanPanel answer={settled} rows={keptRows(settled.rows, without)} />
      <OwnPanel answer={answer} rows={rows} />
      <Notices
        cautions={answer.cautions}
        flags={answer.rows.map(({ flag }) => flag)}
        basis={answer.basis}
      />
    </>
  );
}
