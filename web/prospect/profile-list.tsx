import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import { useLanguage } from '../context.ts';
import { formatView } from '../url-state.ts';
import type { View } from '../view.ts';
import { isOffered, profilesIn } from './profiles.ts';
import { prospectWords } from './words.ts';

interface Props {
  view: View;
  questions: readonly QuestionSummary[];
}

/** The ready-made profiles, each a link to its ranking where the survey at hand asked what it needs. */
export function ProfileList({ view, questions }: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  return (
    <section class="profiles" aria-labelledby="profiles-title">
      <h2 id="profiles-title">{f.text(words.profilesTitle)}</h2>
      <p>{f.text(words.profilesText)}</p>
      <ul>
        {profilesIn(lang).map((profile) => (
          <li key={profile.id}>
            {isOffered(profile, questions) ? (
              <a
                href={formatView({
                  ...view,
                  question: null,
                  answers: [],
                  edition: null,
                  sort: 'count',
                  criteria: profile.criteria,
                })}
              >
                {f.text(profile.name)}
              </a>
            ) : (
              <>
                <strong>{f.text(profile.name)}</strong>
                <p class="flag">{f.text(words.profileUnasked)}</p>
              </>
            )}
            <p class="note">{f.text(profile.reasoning)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
