import type { ProblemError } from '../core/contract/problem.ts';
import { UsageError } from './config.ts';

/** A refusal in the API’s own words, with what may be asked when that is short. */
export function inWords({ problem: { detail, allowed = [] } }: ProblemError): UsageError {
  const said = allowed.every((value) => detail.includes(String(value)));
  const choices = said || allowed.length > 40 ? '' : ` Admis : ${allowed.join(', ')}.`;
  return new UsageError(detail + choices);
}
