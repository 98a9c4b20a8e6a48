import { useLanguage } from '../context.ts';

/** What a result teaches, as its exported chart is titled; nothing where that is only the question again. */
export function Finding({ text, question }: { text: string; question: string }) {
  const { f } = useLanguage();
  return text === f.text(question) ? null : <h3 class="finding">{text}</h3>;
}
