import type { ProblemError } from '../core/contract/problem.ts';
import { UsageError } from './config.ts';

/** More choices than this are not listed in a sentence. */
const mostChoices = 40;

/** A refusal of the API in the program's language, by the option at fault, with what may be asked. */
export function inWords(refusal: ProblemError): UsageError {
  const { detail, parameter, allowed = [] } = refusal.problemIn('en');
  const where = parameter === undefined ? '' : `--${parameter}: `;
  const short = allowed.length > 0 && allowed.length <= mostChoices;
  return new UsageError(where + detail + (short ? ` Allowed: ${allowed.join(', ')}.` : ''));
}
