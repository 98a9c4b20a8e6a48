import { useMemo } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { sourceLine } from '../../core/format/target-list.ts';
import { useLanguage, useSurroundings } from '../context.ts';
import { change, view } from '../store.ts';
import { type CallPlan, planCalls } from './call-plan.ts';
import { download } from './download.ts';
import { formatPlan, parsePlan, usualPlan } from './plan-address.ts';
import { fileNameOf, type PlanContext, sellerList, zipTexts } from './plan-files.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanTable, whyOf } from './plan-table.tsx';
import { planWords } from './plan-words.ts';
import { printOnly } from './print-only.ts';
import { addressOfView, resultAddress } from './result-address.ts';
import { listAsCsv } from './target-list.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

/** Why a row has its calls, in words. */
function useReasons(answer: RankingsAnswer, plan: CallPlan): (row: RankingRow) => string {
  const { f, lang } = useLanguage();
  const words = planWords(lang);
  const reasons = new Map(plan.targets.map(({ row, reason }) => [keyText(row.key), reason]));
  return (row) => {
    const reason = reasons.get(keyText(row.key));
    if (reason === undefined) return '';
    const say = words.reason[whyOf(answer)];
    const parts = [say(f.volume(reason.counted), f.share(reason.part))];
    if (reason.capped) parts.push(words.capped);
    if (row.flag === 'low-base') parts.push(words.lowBase);
    return f.text(parts.join(words.between));
  };
}

/** The address of a target's figures; of the page where several criteria make them. */
function linkOf(answer: RankingsAnswer, { key }: RankingRow): string {
  const here = view.value;
  if (here.criteria.length > 0) return resultAddress(answer);
  const filters = Object.fromEntries(Object.entries(key).map(([name, value]) => [name, [value]]));
  const figures = { ...here, ...filters, page: 'explore' as const, by: null, cross: null };
  const { edition } = answer;
  return addressOfView({
    ...figures,
    edition,
    sort: 'count',
    rows: 'first',
    without: [],
    beside: [],
    plan: null,
  });
}

function useNotes({ answer }: Props, plan: CallPlan): PlanContext & { readme(): string } {
  const { f, lang } = useLanguage();
  const { provenance } = useSurroundings();
  const words = planWords(lang);
  const reasonOf = useReasons(answer, plan);
  const source = provenance === null ? '' : sourceLine(provenance, answer.edition, lang);
  return {
    answer,
    language: lang,
    linkOf: (row) => linkOf(answer, row),
    reasonOf,
    source,
    readme: () =>
      [
        f.rankingTitle(answer),
        f.rankingSubtitle(answer),
        f.text(words.text),
        f.text(words.cautions),
        source,
        resultAddress(answer),
        f.date(new Date().toISOString()),
      ].join('\r\n\r\n'),
  };
}

function Taken({ plan, context }: { plan: CallPlan; context: PlanContext & { readme(): string } }) {
  const { f, lang } = useLanguage();
  const words = planWords(lang);
  const { edition } = context.answer;
  const csvOf = (seller: CallPlan['sellers'][number]) =>
    listAsCsv(sellerList(seller, context), 'excel');
  const all = async () => {
    const files = await Promise.all(
      plan.sellers.map(
        async (one) =>
          [`${words.fileName}-${fileNameOf(one.seller)}.csv`, await csvOf(one)] as const,
      ),
    );
    const readme = [`${words.readme}.txt`, `\uFEFF${context.readme()}\r\n`] as const;
    download(await zipTexts([...files, readme]), `numoscope-${words.fileName}-${edition}.zip`);
  };
  return (
    <p class="actions">
      <button type="button" class="button" onClick={() => void all()}>
        {f.text(words.csv)}
      </button>
      {plan.sellers.map((seller) => (
        <button
          key={seller.seller}
          type="button"
          class="button quiet"
          onClick={() =>
            void csvOf(seller).then((csv) =>
              download(
                csv,
                `numoscope-${words.fileName}-${edition}-${fileNameOf(seller.seller)}.csv`,
              ),
            )
          }
        >
          {f.text(words.csvOf(seller.seller))}
        </button>
      ))}
      <button type="button" class="button quiet" onClick={() => printOnly('plan')}>
        {f.text(words.printPlan)}
      </button>
    </p>
  );
}

function Cautions({ answer, plan }: { answer: RankingsAnswer; plan: CallPlan }) {
  const { f, lang } = useLanguage();
  const words = planWords(lang);
  const names = plan.withheld.map(({ key, label }) => nameKey(key, answer.by, label, lang));
  const spare = plan.capacity - plan.calls;
  return (
    <p class="note">
      {spare > 0 && <strong>{f.text(words.spare(f.count(spare)))} </strong>}
      {names.length > 0 && `${f.text(words.withheld(names.join(words.between)))} `}
      {f.text(words.cautions)}
    </p>
  );
}

/** The sellers' calls shared among the first targets, kept in the address, with a file for each seller. */
export function CallPlanPanel(props: Props) {
  const { f, lang } = useLanguage();
  const words = planWords(lang);
  const { answer, rows } = props;
  const written = view.value.plan;
  const settings = (written === null ? null : parsePlan(written)) ?? usualPlan;
  const plan = useMemo(
    () => planCalls(answer.sort, rows, settings, words.seller),
    [answer, rows, written, lang],
  );
  const context = useNotes(props, plan);
  return (
    <details class="method call-plan" open={written !== null}>
      <summary>{f.text(words.title)}</summary>
      <p>{f.text(words.text)}</p>
      <PlanForm
        settings={settings}
        onChange={(part) => change({ plan: formatPlan({ ...settings, ...part }) }, 'replace')}
      />
      {plan.calls === 0 ? (
        <p role="status">{f.text(words.none)}</p>
      ) : (
        <>
          <Taken plan={plan} context={context} />
          <PlanTable answer={answer} plan={plan} />
          <p class="note">{f.text(words.whyLong[whyOf(answer)])}</p>
          <Cautions answer={answer} plan={plan} />
        </>
      )}
    </details>
  );
}
