import { useLanguage } from '../context.ts';
import { WholeName } from './whole-name.tsx';

/** What a result teaches, as its exported chart is titled; nothing where that is only the question again. */
export function Finding({ text, question }: { text: string; question: string }) {
  const { f } = useLanguage();
  if (text === f.text(question)) return null;
  return (
    <h3 class="finding">
      <WholeName text={text} />
    </h3>
  );
}
