import type { VNode } from 'preact';
import { useLanguage } from '../context.ts';
import type { Resource } from '../resource.ts';
import { emptyView, formatView } from '../url-state.ts';
import type { View } from '../view.ts';
import { Failure, Skeleton } from './states.tsx';

interface Props<Answer> {
  resource: Resource<Answer>;
  /** The page that a failure offers to start again. */
  page: View['page'];
  /** `busy`: the next answer is on its way, this one is the last. */
  children(answer: Answer, busy: boolean): VNode;
}

/** The body of a page that rests on one answer: grey lines until it comes, the answer, or why there is none. */
export function Awaited<Answer>({ resource, page, children }: Props<Answer>) {
  const { lang } = useLanguage();
  const state = resource.state.value;
  if (state.status === 'failed') {
    const startAgain = formatView(emptyView(page, lang));
    return <Failure problem={state.problem} retry={resource.retry} startAgain={startAgain} />;
  }
  if (state.value === null) return <Skeleton lines={20} />;
  return children(state.value, state.status === 'loading');
}
