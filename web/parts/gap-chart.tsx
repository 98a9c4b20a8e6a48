import { useMemo } from 'preact/hooks';
import type { CompareAnswer, Gap, MoversAnswer } from '../../core/contract/comparison.ts';
import { headGaps } from '../../core/format/gap-headline.ts';
import { explainDumbbell } from '../../core/format/pair-words.ts';
import { useLanguage } from '../context.ts';
import type { View } from '../view.ts';
import { Chart } from './chart.tsx';
import { HowToRead } from './how-to-read.tsx';
import { Sentence } from './sentence.tsx';
import { GapViews } from './view-switch.tsx';

/** The chart of some differences, as gaps or with both sides of each, and how one of them reads. */
export function GapChart(props: {
  answer: CompareAnswer | MoversAnswer;
  gaps: readonly Gap[];
  view: View;
  pointed: string | null;
  onPoint(key: string | null): void;
}) {
  const { lang } = useLanguage();
  const { answer, gaps, view } = props;
  const both = view.show === 'dumbbell';
  const kind = both ? 'dumbbell' : 'gaps';
  const chart = useMemo(() => ({ kind, answer }) as const, [answer, kind]);
  return (
    <>
      <GapViews view={view} />
      <Chart
        request={chart}
        expected={60 + 44 * gaps.length}
        pointed={props.pointed}
        onPoint={props.onPoint}
      />
      <p class="reading">
        <Sentence
          text={headGaps(answer, gaps, lang).reading}
          labels={gaps.map(({ label }) => label)}
        />
      </p>
      {both && <HowToRead sentences={explainDumbbell(answer, gaps, lang)} />}
    </>
  );
}
