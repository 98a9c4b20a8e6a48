import { useLanguage } from '../context.ts';
import { exclusionWords } from './exclusion-words.ts';
import { nameExclusions } from './exclusions.ts';

/** What the title, the chart and the summary leave out; it is printed with them. */
export function ExclusionNote({ without }: { without: readonly string[] }) {
  const { t, f, lang } = useLanguage();
  const words = exclusionWords(lang);
  const names = nameExclusions(without, lang);
  if (names === '') return null;
  return (
    <p class="note">
      {f.text(words.without)}
      {f.text(t.colon)} {f.text(names)}. {f.text(words.ranksKept)}
    </p>
  );
}
