import type { Cause } from '../../core/contract/causes.ts';
import { sayCauses } from '../../core/format/causes.ts';
import { useLanguage } from '../context.ts';

/** Why two editions do not compare, or only so; what an English sentence quotes of the survey is French, and marked. */
export function Causes({ of }: { of: readonly Cause[] }) {
  const { lang } = useLanguage();
  const said = sayCauses(of, lang);
  if (said === null) return null;
  return (
    <span class="note">
      {lang === 'fr'
        ? said
        : said.split(/(“[^”]*”)/).map((part, index) => (
            <span key={`${index} ${part}`} lang={index % 2 === 1 ? 'fr' : undefined}>
              {part}
            </span>
          ))}
    </span>
  );
}
