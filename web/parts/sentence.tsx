import { partsOf } from '../../core/format/french-parts.ts';
import { useLanguage } from '../context.ts';
import { WholeName } from './whole-name.tsx';

/** A sentence about figures; in English, its French parts are marked as such. « TPE-PME » is never cut. */
export function Sentence({ text, labels }: { text: string; labels: readonly string[] }) {
  const { lang } = useLanguage();
  if (lang === 'fr') return <WholeName text={text} />;
  return (
    <>
      {partsOf(text, labels).map((part, place) =>
        place % 2 === 1 ? (
          <span key={place} lang="fr">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
