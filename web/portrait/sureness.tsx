import type { CompareAnswer } from '../../core/contract/comparison.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { THRESHOLDS } from '../../core/stats/reliability.ts';
import { smallestVisibleGap } from '../../core/stats/significance.ts';
import { useLanguage } from '../context.ts';
import { Notices } from '../parts/notices.tsx';
import { emptyView, formatView } from '../url-state.ts';
import { portraitWords } from './words.ts';

/** The regions that the survey groups, which have no portrait of their own in the editions that do so. */
const groupedRegion = '93+94';

function Base({ answer }: { answer: CompareAnswer }) {
  const { f, lang } = useLanguage();
  const words = portraitWords[lang];
  const { n, nEff } = answer.profile;
  if (n === null || n === 0) return null;
  const { suppressedRespondents, suppressedEffectiveSize, lowRespondents, lowEffectiveSize } =
    THRESHOLDS;
  if (nEff === null || n < suppressedRespondents || nEff < suppressedEffectiveSize) {
    return <p class="caution">{f.text(words.tooFew(f.count(n)))}</p>;
  }
  const restNStar = answer.rest.nEff ?? Number.POSITIVE_INFINITY;
  const gap = f.points(smallestVisibleGap(nEff, { restNStar })).replace('+', '');
  const low = n < lowRespondents || nEff < lowEffectiveSize;
  return (
    <>
      {low && <p class="caution">{f.text(words.low(f.count(n)))}</p>}
      <p>{f.text(words.smallest(f.count(n), gap))}</p>
      {answer.tested > 0 && (
        <p>{f.text(words.found(f.count(answer.significant), f.count(answer.tested)))}</p>
      )}
      <p>{f.text(words.absent)}</p>
    </>
  );
}

/** What a portrait rests on, the smallest gap it could show, and every caution that its figures call for. */
export function Sureness(props: {
  answer: CompareAnswer;
  dimension: Dimension;
  portrayed: string;
}) {
  const { f, lang } = useLanguage();
  const words = portraitWords[lang];
  const { answer, dimension, portrayed } = props;
  const empty = (answer.profile.n ?? 0) === 0;
  const grouped = dimension === 'region' && ['93', '94'].includes(portrayed) && empty;
  const whole = { ...emptyView('portrait', lang), region: [groupedRegion] };
  return (
    <section aria-labelledby="sure">
      <h2 id="sure">{f.text(words.sure)}</h2>
      <Base answer={answer} />
      {grouped && (
        <p>
          {f.text(words.grouped)} <a href={formatView(whole)}>{f.name('region', groupedRegion)}</a>
        </p>
      )}
      <p class="note">{f.text(words.identity)}</p>
      <Notices cautions={answer.cautions} flags={[]} basis={answer.basis} />
    </section>
  );
}
