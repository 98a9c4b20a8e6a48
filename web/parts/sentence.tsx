import { display } from '../../core/format/typography.ts';
import { useLanguage } from '../context.ts';
import { WholeName } from './whole-name.tsx';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A label where it is a word of its own: « Non » is not in « None ». */
const alone = (label: string): string => `(?<!\\p{L})${escaped(label)}(?!\\p{L})`;

/** A label as sentences name it: whole, and without what follows its colon. */
const named = (label: string): string[] => {
  const shown = display(label, 'en');
  return [shown, shown.split(/\s*:\s/, 1)[0] ?? shown];
};

/** The parts of an English sentence, those at odd places French: what it quotes, and the survey's labels. */
export function partsOf(text: string, labels: readonly string[]): string[] {
  const known = [...new Set(labels.flatMap(named))]
    .filter((label) => /\p{L}/u.test(label))
    .sort((a, b) => b.length - a.length);
  return text.split(new RegExp(`(${['(?<=“)[^”]+(?=”)', ...known.map(alone)].join('|')})`, 'u'));
}

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
