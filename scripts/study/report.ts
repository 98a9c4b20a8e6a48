import type { Finding } from './coverage.ts';

const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`;

const columns: readonly (readonly [string, (finding: Finding) => string])[] = [
  ['Scenario', ({ scenario }) => scenario.name],
  ['Smoothed share', ({ smoothed }) => percent(smoothed)],
  ['Rank', ({ rank }) => percent(rank)],
  ['Potential', ({ potential }) => percent(potential)],
  ['Error, smoothed / raw', ({ errorRatio }) => errorRatio.toFixed(2)],
  ['First ten found, smoothed', ({ foundBySmoothed }) => percent(foundBySmoothed)],
  ['First ten found, raw', ({ foundByRaw }) => percent(foundByRaw)],
];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const rangeOf = (findings: readonly Finding[], read: (finding: Finding) => number): string => {
  const values = findings.map(read);
  return `${percent(Math.min(...values))} to ${percent(Math.max(...values))}`;
};

/** The findings as a Markdown table. */
export const tableOf = (findings: readonly Finding[]): string =>
  [
    line(columns.map(([name]) => name)),
    line(columns.map(() => '---')),
    ...findings.map((finding) => line(columns.map(([, read]) => read(finding)))),
  ].join('\n');

/** The whole report, `docs/study.md`: no date, so that the same study gives the same file. */
export function reportOf(findings: readonly Finding[], surveys: number, seed: number): string {
  const differing = findings.filter(({ scenario }) => scenario.correlation > 0);
  const wins = differing.filter(({ foundBySmoothed, foundByRaw }) => foundBySmoothed > foundByRaw);
  return `# What the stated intervals cover

Written by \`npm run study\`: ${surveys} simulated surveys a scenario, seed ${seed}. The same call gives the same file.

Each survey has 96 departments. A department's true share is drawn from a beta distribution around the national share
(intra-department correlation 0, 0.005, 0.02 or 0.06: differences none, weak, moderate, strong), its respondents are lognormal
around the median given, and each respondent has a lognormal weight (Kish design effect about 3) that says nothing of the
answer. The survey is then ranked by the functions of \`core/stats\` that the site uses (2,000 draws each), and what they state is compared
with the truth. Intervals are stated at 90 %.

${tableOf(findings)}

- Smoothed share: the interval holds the truth in ${rangeOf(findings, ({ smoothed }) => smoothed)} of cases.
- Rank: ${rangeOf(differing, ({ rank }) => rank)} where departments differ. Where they do not, there is no true rank: the
  middle one is taken, which every interval holds, and the page says that the order is indicative.
- Potential (an estimated number of enterprises times the share): ${rangeOf(findings, ({ potential }) => potential)}. Small bases
  with skewed weights underestimate how uncertain the number of enterprises is.
- Of the true first ten, the smoothed order finds ${rangeOf(differing, ({ foundBySmoothed }) => foundBySmoothed)}, the raw share
  ${rangeOf(differing, ({ foundByRaw }) => foundByRaw)}; the smoothed order does better in ${wins.length} of ${differing.length} scenarios where departments differ.

What is not simulated: calibration, stratification, non-response, weights that go with the answer.
`;
}
