import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { nameKey } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';
import { Chips } from '../parts/chips.tsx';
import { change, view } from '../store.ts';
import { besideRows, toggled } from './beside.ts';
import { besideCalls, criteriaOf, type Table, useTables } from './beside-figures.ts';
import { PotentialBlock, ScoreBlock, ShareBlock, SmoothedBlock } from './beside-measures.tsx';
import { sayBeside } from './beside-sentences.ts';
import { besidePanel } from './beside-tick.tsx';
import { besideWords } from './beside-words.ts';
import { scoreBeliefs } from './score.ts';
import { compareBeliefs, compareShares, type Measured, volumeBelief } from './side-by-side.ts';

interface Props {
  answer: RankingsAnswer;
}

/** The measures of the criteria whose tables came, each at its criterion's place; null until none is awaited. */
function measuresOf(
  tables: readonly Table[],
  targets: readonly RankingRow[],
): readonly (Measured | null)[] | null {
  if (tables.includes('loading')) return null;
  const there = tables.flatMap((table) => (typeof table === 'object' ? [table] : []));
  const measured = compareShares(
    there,
    targets.map(({ key }) => key),
  );
  let next = 0;
  return tables.map((table) => (typeof table === 'object' ? (measured[next++] ?? null) : null));
}

/** The pairs of scores; null for a ranking that has none. */
function scorePairs(answer: RankingsAnswer, rows: readonly RankingRow[]) {
  if (answer.sort !== 'score') return null;
  const beliefs = scoreBeliefs.value;
  return compareBeliefs(rows.map(({ label }) => beliefs?.get(label) ?? null));
}

function Said({ sentences }: { sentences: readonly string[] }) {
  const { f } = useLanguage();
  return sentences.length === 0 ? null : (
    <div class="summary">
      {sentences.map((sentence) => (
        <p key={sentence}>{f.text(sentence)}</p>
      ))}
    </div>
  );
}

function Compared({ answer, rows }: Props & { rows: readonly RankingRow[] }) {
  const { f, lang } = useLanguage();
  const words = besideWords(lang);
  const tables = useTables(
    besideCalls(
      answer,
      rows.map(({ key }) => key),
    ),
  );
  const measures = measuresOf(tables, rows);
  const names = rows.map(({ key, label }) => nameKey(key, answer.by, label, lang));
  const scores = scorePairs(answer, rows);
  const volumes = scores === null ? compareBeliefs(rows.map(volumeBelief)) : [];
  if (measures === null) return <p role="status">{f.text(words.loading)}</p>;
  const known = measures.filter((one) => one !== null);
  return (
    <>
      <Said sentences={sayBeside(names, known, { scores, volumes }, lang)} />
      <div class="beside-grid">
        {scores !== null && <ScoreBlock {...{ rows, names, pairs: scores }} />}
        {criteriaOf(answer).map((criterion, index) => (
          <ShareBlock
            key={criterion.question.code}
            criterion={criterion}
            points={answer.sort === 'score' ? rows.map(({ parts }) => parts?.[index]) : null}
            names={names}
            measured={measures[index] ?? null}
          />
        ))}
        {scores === null && (
          <SmoothedBlock {...{ rows, names }} ranked={answer.sort === 'smoothed'} />
        )}
        {scores === null && (
          <PotentialBlock
            {...{ rows, names, pairs: volumes }}
            ranked={answer.sort === 'potential'}
          />
        )}
      </div>
      <p class="note">{f.text(words.method)}</p>
    </>
  );
}

/** Two to four targets side by side, measure by measure, with what the data can tell apart. */
export function BesidePanel({ answer }: Props) {
  const { f, lang } = useLanguage();
  const words = besideWords(lang);
  const { beside } = view.value;
  const rows = besideRows(answer.rows, beside);
  const lost = beside.length - rows.length;
  if (rows.length < 2 && lost === 0) return null;
  return (
    <section class="beside" aria-labelledby={besidePanel}>
      <h3 id={besidePanel} tabIndex={-1}>
        {f.text(words.title)}
      </h3>
      {lost > 0 && <p role="status">{f.text(words.lost(lost))}</p>}
      <Chips
        chips={rows.map((row) => {
          const label = nameKey(row.key, answer.by, row.label, lang);
          return {
            id: row.label,
            label,
            action: words.removeOf(label),
            onRemove: () => change({ beside: toggled(answer.rows, beside, row) }),
          };
        })}
      />
      {rows.length > 1 && <Compared answer={answer} rows={rows} />}
    </section>
  );
}
