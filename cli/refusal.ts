import type { ProblemError } from '../core/contract/problem.ts';
import { UsageError } from './config.ts';

/** More choices than this are not listed in a sentence. */
const mostChoices = 40;

/** A refusal of the API, said in English by the option at fault; why, in the API's own French, comes last, quoted. */
export function inWords({ problem }: ProblemError): UsageError {
  const { detail, parameter, allowed = [] } = problem;
  const refused = parameter === undefined ? 'Refused' : `Refused at --${parameter}`;
  const short = allowed.length > 0 && allowed.length <= mostChoices;
  const choices = short ? ` Allowed: ${allowed.join(', ')}.` : '';
  return new UsageError(`${refused}.${choices} The API says: ${detail}`);
}
