import { useLanguage } from '../context.ts';
import { formatView } from '../url-state.ts';
import type { View } from '../view.ts';
import { profilesIn } from './profiles.ts';
import { prospectWords } from './words.ts';

/** The ready-made profiles, each a link to its ranking. */
export function ProfileList({ view }: { view: View }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  return (
    <section class="profiles" aria-labelledby="profiles-title">
      <h2 id="profiles-title">{f.text(words.profilesTitle)}</h2>
      <p>{f.text(words.profilesText)}</p>
      <ul>
        {profilesIn(lang).map(({ id, name, reasoning, criteria: own }) => (
          <li key={id}>
            <a
              href={formatView({
                ...view,
                question: null,
                answers: [],
                edition: null,
                sort: 'count',
                criteria: own,
              })}
            >
              {f.text(name)}
            </a>
            <p class="note">{f.text(reasoning)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
