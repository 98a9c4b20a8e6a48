import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { ScrollBox } from '../parts/scroll-box.tsx';
import type { CallPlan, PlannedTarget, SellerPlan } from './call-plan.ts';
import { planWords } from './plan-words.ts';

interface Props {
  answer: RankingsAnswer;
  plan: CallPlan;
}

/** 0 is left blank: a week without calls is no figure to read. */
const blankZero = (calls: number, write: (calls: number) => string): string =>
  calls === 0 ? '' : write(calls);

/** What a target was given its calls for, and the part it makes of the whole. */
function Reason({ reason }: Pick<PlannedTarget, 'reason'>) {
  const { f, lang } = useLanguage();
  return (
    <td class="number">
      <span class="figure">{f.volume(reason.counted)}</span>
      <span class="interval">{f.share(reason.part)}</span>
      {reason.capped && <span class="interval">{f.text(planWords(lang).cappedShort)}</span>}
    </td>
  );
}

function SellerBody({ seller, answer }: Omit<Props, 'plan'> & { seller: SellerPlan }) {
  const { f, lang } = useLanguage();
  const words = planWords(lang);
  const total = seller.weeks.reduce((sum, calls) => sum + calls, 0);
  return (
    <tbody>
      <tr class="tier">
        <th scope="rowgroup">{f.text(words.loadOf(seller.seller, f.count(total)))}</th>
        {seller.weeks.map((calls, week) => (
          <td key={words.week(week + 1)} class="number">
            {f.count(calls)}
          </td>
        ))}
        <td class="number strong">{f.count(total)}</td>
        <td />
      </tr>
      {seller.lines.map(({ row, weeks, calls, reason }) => (
        <tr key={keyText(row.key)}>
          <th scope="row">
            {nameKey(row.key, answer.by, row.label, lang)}
            {row.flag === 'low-base' && <span class="flag">{f.flag(row.flag)}</span>}
          </th>
          {weeks.map((own, week) => (
            <td key={words.week(week + 1)} class="number">
              {blankZero(own, f.count)}
            </td>
          ))}
          <td class="number strong">{f.count(calls)}</td>
          <Reason reason={reason} />
        </tr>
      ))}
    </tbody>
  );
}

/** What calls follow: the potential, or what stands for it under a score. */
export const whyOf = ({ sort }: RankingsAnswer) => (sort === 'score' ? 'score' : 'potential');

/** The call plan, seller by seller and week by week, with why each target has its calls. */
export function PlanTable(props: Props) {
  const { f, lang } = useLanguage();
  const { plan } = props;
  const kind = whyOf(props.answer);
  const words = planWords(lang);
  const weeks = plan.sellers[0]?.weeks.length ?? 0;
  return (
    <ScrollBox>
      <table class="figures plan">
        <caption>
          {f.text(words.caption(f.count(plan.calls), f.count(plan.sellers.length), f.count(weeks)))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{f.text(words.target)}</th>
            {Array.from({ length: weeks }, (_, week) => (
              <th key={words.week(week + 1)} scope="col" class="number">
                <abbr title={f.text(words.week(week + 1))}>
                  {f.text(words.shortWeek(week + 1))}
                </abbr>
              </th>
            ))}
            <th scope="col" class="number">
              {f.text(words.total)}
            </th>
            <th scope="col" class="number">
              {f.text(words.why[kind])}
            </th>
          </tr>
        </thead>
        {plan.sellers.map((seller) => (
          <SellerBody key={seller.seller} {...props} seller={seller} />
        ))}
      </table>
    </ScrollBox>
  );
}
