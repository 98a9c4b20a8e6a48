import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { formatNumber } from '../../core/format/numbers.ts';
import { useLanguage } from '../context.ts';
import { Absent, Count, Share } from '../parts/figure.tsx';
import { BesideBlock } from './beside-block.tsx';
import { besideWords } from './beside-words.ts';
import { formatChance } from './chance.ts';
import type { Measured, Pair } from './side-by-side.ts';

interface Props {
  rows: readonly RankingRow[];
  names: readonly string[];
}

type Part = NonNullable<RankingRow['parts']>[number] | undefined;

const none: readonly Pair[] = [];

function Rank({ row }: { row: RankingRow }) {
  const { t, f } = useLanguage();
  return (
    <>
      <span class="figure">
        <Count value={row.rank} />
      </span>
      {row.rankInterval !== null && (
        <span class="interval">{f.text(t.prospectPage.rankRange(...row.rankInterval))}</span>
      )}
    </>
  );
}

/** The rank that the figures beside it give, where the ranking is by them. */
const rankColumns = (heading: string, rows: readonly RankingRow[], ranked: boolean) =>
  ranked ? [{ heading, cells: rows.map((row) => <Rank key={row.label} row={row} />) }] : [];

/** Scores with their ranks: two are told apart when one is above with probability .95. */
export function ScoreBlock({ rows, names, pairs }: Props & { pairs: readonly Pair[] }) {
  const { lang } = useLanguage();
  const words = besideWords(lang);
  const scores = rows.map(({ score, flag }) =>
    score === null ? <Absent flag={flag} /> : formatNumber(score, 1, lang),
  );
  return (
    <BesideBlock
      title={words.score}
      note={pairs.length === 0 ? words.noBelief : undefined}
      names={names}
      columns={[
        { heading: words.score, cells: scores, strong: true },
        { heading: words.scoreRank, cells: rows.map((row) => <Rank key={row.label} row={row} />) },
        {
          heading: words.first,
          cells: rows.map(({ topProbability }) => formatChance(topProbability, lang)),
        },
      ]}
      pairs={pairs}
      tell={({ above, below }) => words.above(names[above]!, names[below]!)}
    />
  );
}

interface ShareProps {
  criterion: Pick<NonNullable<RankingsAnswer['criteria']>[number], 'question' | 'answers'>;
  /** What the criterion brings to each score; null where there is none. */
  points: readonly Part[] | null;
  names: readonly string[];
  /** Null when the figures did not come. */
  measured: Measured | null;
}

/** A criterion's weighted share in each target, with interval and base, and the differences it can tell. */
export function ShareBlock({ criterion, points, names, measured }: ShareProps) {
  const { f, lang } = useLanguage();
  const words = besideWords(lang);
  if (measured === null) {
    return (
      <section class="beside-block">
        <h4 lang="fr">{f.text(criterion.question.label)}</h4>
        <p class="note">{f.text(words.failed)}</p>
      </section>
    );
  }
  const share = ({ share: value, ci, flag }: Measured['shares'][number], place: number) => {
    const part = points?.[place];
    const sign = (part?.contribution ?? 0) > 0 ? '+' : '';
    return (
      <>
        <Share share={value} ci={ci} flag={flag} />
        {part !== undefined && (
          <span class="interval">
            {f.text(words.points(sign + formatNumber(part.contribution, 1, lang)))}
          </span>
        )}
      </>
    );
  };
  return (
    <BesideBlock
      title={criterion.question.label}
      lang="fr"
      note={criterion.answers.join(' + ')}
      names={names}
      columns={[
        { heading: words.share, cells: measured.shares.map(share), strong: true },
        { heading: words.base, cells: measured.shares.map(({ n }) => <Count key={n} value={n} />) },
      ]}
      pairs={measured.pairs}
      tell={({ above, below, difference, ci }) =>
        words.shareAbove(names[above]!, names[below]!, f.points(difference), f.pointsInterval(ci))
      }
      withheld={names.filter((_, place) => measured.shares[place]?.share === null)}
    />
  );
}

/** Smoothed shares with their ranks, where the ranking estimates any. */
export function SmoothedBlock({ rows, names, ranked }: Props & { ranked: boolean }) {
  const { lang } = useLanguage();
  const words = besideWords(lang);
  if (rows.every(({ smoothed }) => smoothed === null)) return null;
  return (
    <BesideBlock
      title={words.smoothed}
      note={words.smoothedNote}
      names={names}
      columns={[
        {
          heading: words.smoothed,
          strong: true,
          cells: rows.map(({ label, smoothed, flag }) => (
            <Share
              key={label}
              share={smoothed?.share ?? null}
              ci={smoothed?.ci ?? null}
              flag={smoothed === null ? flag : null}
            />
          )),
        },
        ...rankColumns(words.scoreRank, rows, ranked),
      ]}
      pairs={none}
      tell={() => ''}
    />
  );
}

/** Estimated enterprises concerned: two are told apart when one is larger with probability .95. */
export function PotentialBlock({
  rows,
  names,
  pairs,
  ranked,
}: Props & { pairs: readonly Pair[]; ranked: boolean }) {
  const { f, lang } = useLanguage();
  const words = besideWords(lang);
  if (rows.every(({ potential }) => potential === null)) return null;
  return (
    <BesideBlock
      title={words.potential}
      names={names}
      columns={[
        {
          heading: words.potential,
          strong: true,
          cells: rows.map(({ label, potential }) => (
            <span key={label}>
              <span class="figure">{f.volume(potential?.enterprises ?? null)}</span>
              <span class="interval">{f.volumes(potential?.ci ?? null)}</span>
            </span>
          )),
        },
        { heading: words.weights, cells: rows.map(({ weight }) => f.volume(weight)) },
        ...rankColumns(words.scoreRank, rows, ranked),
      ]}
      pairs={pairs}
      tell={({ above, below }) => words.above(names[above]!, names[below]!)}
    />
  );
}
