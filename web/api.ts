import type {
  MetaAnswer,
  QuestionAnswer,
  QuestionsAnswer,
  QuestionsQuery,
} from '../core/contract/catalogue.ts';
import type {
  CompareAnswer,
  CompareQuery,
  MoversAnswer,
  MoversQuery,
} from '../core/contract/comparison.ts';
import type { CrosstabAnswer, CrosstabQuery } from '../core/contract/crosstab.ts';
import type { Problem } from '../core/contract/problem.ts';
import type { RankingsAnswer, RankingsQuery } from '../core/contract/rankings.ts';
import type { StoriesAnswer, StoriesQuery } from '../core/contract/stories.ts';
import type { TrendsAnswer, TrendsQuery } from '../core/contract/trends.ts';
import type { VerificationAnswer } from '../core/contract/verification.ts';
import type { CountsFile } from './prospect/counts-file.ts';

/** A request to the API; `answer` only carries the type of what comes back. */
export interface Call<Answer> {
  readonly url: string;
  /** A file that the answer is computed with: the request is then a POST. */
  readonly sent?: CountsFile;
  readonly answer?: Answer;
}

/** The API, or the way to it, refused: what to tell the reader. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

type Value = string | number | boolean | readonly (string | number)[] | undefined;

const apiRoot = '/api/v1';

function call<Answer>(
  path: string,
  query: Record<string, Value> = {},
  root = apiRoot,
): Call<Answer> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return { url: `${root}${path}${text === '' ? '' : `?${text}`}` };
}

export const metaCall = (): Call<MetaAnswer> => call('/meta');
export const questionsCall = (query: QuestionsQuery = {}): Call<QuestionsAnswer> =>
  call('/questions', query);
export const questionCall = (code: number): Call<QuestionAnswer> => call(`/questions/${code}`);
export const crosstabCall = (query: CrosstabQuery): Call<CrosstabAnswer> =>
  call('/crosstab', query);
export const rankingsCall = (query: RankingsQuery): Call<RankingsAnswer> =>
  call('/rankings', query);
/** The same ranking, its volumes resting on a file of official counts. */
export const countedRankingsCall = (
  query: RankingsQuery,
  sent: CountsFile,
): Call<RankingsAnswer> => ({
  ...call('/rankings', { ...query, file: sent.content.name }, '/counts'),
  sent,
});

export const trendsCall = (query: TrendsQuery): Call<TrendsAnswer> => call('/trends', query);

export const compareCall = (query: CompareQuery): Call<CompareAnswer> => call('/compare', query);
export const moversCall = (query: MoversQuery): Call<MoversAnswer> => call('/movers', query);
export const storiesCall = (query: StoriesQuery): Call<StoriesAnswer> => call('/stories', query);
export const verificationCall = (): Call<VerificationAnswer> => call('/verification');

const unreachable: Problem = { type: 'numoscope:unreachable', title: '', status: 0, detail: '' };

async function readProblem(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) return (await response.json()) as Problem;
  return { ...unreachable, title: response.statusText, status: response.status };
}

/** The file as it is. */
const posted = ({ content }: CountsFile): RequestInit => ({
  method: 'POST',
  body: content,
  headers: { 'content-type': 'text/csv' },
});

/**
 * Fetches an answer. The server serialises it by the schema that gives `Answer` its type, so it
 * is not checked again here.
 * @throws ApiError with the API's own problem, or `numoscope:unreachable` when nothing answered.
 */
export async function fetchAnswer<Answer>(
  { url, sent }: Call<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  let response: Response;
  try {
    const { headers = {}, ...body } = sent === undefined ? {} : posted(sent);
    // The page's language is the one in which a refusal is said.
    const own = { accept: 'application/json', 'accept-language': document.documentElement.lang };
    response = await fetch(url, { signal, ...body, headers: { ...headers, ...own } });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError(unreachable);
  }
  if (!response.ok) throw new ApiError(await readProblem(response));
  return (await response.json()) as Answer;
}
