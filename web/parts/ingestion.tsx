import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import type { IngestedDataset } from '../../core/contract/verification.ts';
import { useLanguage } from '../context.ts';
import { Count } from './figure.tsx';
import { ScrollBox } from './scroll-box.tsx';

type Datasets = readonly IngestedDataset[];

/** Every data set as it was read: where it came from, what was kept of it, the digest of its bytes. */
export function Sources({ meta, datasets }: { meta: MetaAnswer; datasets: Datasets | null }) {
  const { t, f } = useLanguage();
  const words = t.comparison.verificationPage;
  const kept = new Map(datasets?.map((each) => [each.dataset, each.kept]));
  return (
    <ScrollBox>
      <table class="figures sources">
        <caption class="visually-hidden">{f.text(words.sources)}</caption>
        <thead>
          <tr>
            <th scope="col">{f.text(words.dataset)}</th>
            <th scope="col" class="number">
              {f.text(words.rows)}
            </th>
            <th scope="col" class="number optional">
              {f.text(words.kept)}
            </th>
            <th scope="col" class="number">
              {f.text(words.rejected)}
            </th>
            <th scope="col" class="optional">
              {f.text(words.retrieved)}
            </th>
            <th scope="col">{f.text(words.sha)}</th>
          </tr>
        </thead>
        <tbody>
          {meta.sources.map(({ dataset, edition, url, rows, rejected, retrievedAt, sha256 }) => (
            <tr key={`${dataset} ${edition}`}>
              <th scope="row">{url === null ? dataset : <a href={url}>{dataset}</a>}</th>
              <td class="number">
                <Count value={rows} />
              </td>
              <td class="number optional">
                <Count value={kept.get(dataset) ?? null} />
              </td>
              <td class="number">
                <Count value={rejected} />
              </td>
              <td class="optional">
                {retrievedAt === null
                  ? f.text(meta.origin === 'demonstration' ? words.generated : t.noFigure)
                  : f.date(retrievedAt)}
              </td>
              <td>
                {sha256 === null ? (
                  f.text(t.noFigure)
                ) : (
                  <details class="digest">
                    <summary>{sha256.slice(0, 8)}…</summary>
                    <code>{sha256}</code>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const sum = (datasets: Datasets, count: (dataset: IngestedDataset) => number): number =>
  datasets.reduce((total, dataset) => total + count(dataset), 0);

function remarksOf(each: IngestedDataset, { t, f }: ReturnType<typeof useLanguage>) {
  const words = t.comparison.verificationPage;
  const own = [
    ...(each.duplicates > 0 ? [words.duplicates(f.count(each.duplicates))] : []),
    ...each.checks
      .filter(({ passed }) => !passed)
      .map(({ check, detail }) => words.checkFailed(check, detail)),
    ...(each.codesUnmatched.length > 0 ? [words.unmatched(each.codesUnmatched.join(', '))] : []),
    ...each.reasons.map(({ rows, reason, column, firstLines }) =>
      words.reason(
        f.count(rows),
        column === null ? reason : `${column}, ${reason}`,
        firstLines.join(', '),
      ),
    ),
  ];
  return { own, warnings: each.warnings };
}

/** What the ingestion kept, lost and noticed, in sentences. */
export function Quality({ datasets }: { datasets: Datasets | null }) {
  const language = useLanguage();
  const { t, f } = language;
  const words = t.comparison.verificationPage;
  if (datasets === null) return <p>{f.text(words.noQuality)}</p>;
  const [rows, rejected] = [sum(datasets, (d) => d.rows), sum(datasets, (d) => d.rejected)];
  const checks = datasets.flatMap((each) => each.checks);
  const remarked = datasets
    .map((each) => ({ name: each.dataset, ...remarksOf(each, language) }))
    .filter(({ own, warnings }) => own.length + warnings.length > 0);
  return (
    <>
      <p>
        {f.text(
          rejected === 0
            ? words.clean(datasets.length, f.count(rows))
            : words.lost(datasets.length, f.count(rows), f.count(rejected)),
        )}{' '}
        {checks.length > 0 &&
          checks.every(({ passed }) => passed) &&
          f.text(words.checksPassed(checks.length))}
      </p>
      {remarked.length > 0 && (
        <ul class="remarks">
          {remarked.map(({ name, own, warnings }) => (
            <li key={name}>
              <strong>{name}</strong>
              <ul>
                {own.map((remark) => (
                  <li key={remark}>{f.text(remark)}</li>
                ))}
                {warnings.map((warning) => (
                  <li key={warning} lang="en">
                    {warning}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
