import { useLanguage } from '../context.ts';
import { Sentence } from './sentence.tsx';

/** What a result teaches, as its exported chart is titled; nothing where that is only the question again. */
export function Finding({ text, question }: { text: string; question: string }) {
  const { f } = useLanguage();
  if (text === f.text(question)) return null;
  return (
    <h3 class="finding">
      <Sentence text={text} labels={[question]} />
    </h3>
  );
}
