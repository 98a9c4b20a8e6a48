/**
 * `npm run study [-- surveys]`: simulated surveys, ranked by core/stats, and how often what is stated holds.
 * Prints the table; at the default 200 surveys a scenario it also writes docs/study.md.
 */
import { writeFileSync } from 'node:fs';
import { studyScenario } from './coverage.ts';
import { reportOf, tableOf } from './report.ts';
import { scenarios } from './scenarios.ts';

const usualSurveys = 200;
const seed = 42;

const surveys = Number(process.argv[2] ?? usualSurveys);
if (!Number.isInteger(surveys) || surveys < 1) {
  console.error(`The number of surveys is "${process.argv[2]}": give a whole number above 0.`);
  process.exit(2);
}
const findings = scenarios.map((scenario) => studyScenario(scenario, surveys, seed));
console.log(tableOf(findings));
if (surveys === usualSurveys) {
  writeFileSync(new URL('../../docs/study.md', import.meta.url), reportOf(findings, surveys, seed));
}
