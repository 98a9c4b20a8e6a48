import type { LatestFigure, ListedQuestion } from '../../core/contract/catalogue.ts';
import { quoteAnswers } from '../../core/format/wording.ts';
import { useLanguage } from '../context.ts';
import { Count, Share } from '../parts/figure.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { emptyView, formatView } from '../url-state.ts';
import { storyWords } from './words.ts';

/** The share as a bar: a picture of the figure beside it, which says it in full. */
function Bar({ share }: { share: number | null }) {
  return (
    <svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="share-track" width="100" height="6" />
      <rect class="share-fill" width={100 * (share ?? 0)} height="6" />
    </svg>
  );
}

function Figures({ latest }: { latest: LatestFigure }) {
  const { t, f } = useLanguage();
  return (
    <>
      <td class="number">
        <Share share={latest.share} ci={latest.ci} flag={latest.flag} />
        <Bar share={latest.share} />
      </td>
      <td class="number optional">
        {latest.basis === 'published' ? f.text(t.basis.published) : <Count value={latest.n} />}
      </td>
      <td class="number">{latest.edition}</td>
    </>
  );
}

/** Questions one to a line, each with its latest figure and the ways to its history and to the Explorer. */
export function LatestFigures({ questions }: { questions: readonly ListedQuestion[] }) {
  const { f, lang } = useLanguage();
  const words = storyWords[lang];
  return (
    <ScrollBox>
      <table class="figures latest">
        <caption class="visually-hidden">{f.text(words.questions)}</caption>
        <thead>
          <tr>
            <th scope="col">{f.text(words.question)}</th>
            <th scope="col" class="number">
              {f.text(words.figure)}
            </th>
            <th scope="col" class="number optional">
              {f.text(words.base)}
            </th>
            <th scope="col" class="number">
              {f.text(words.edition)}
            </th>
            <th scope="col">{f.text(words.exploreOne)}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ code, label, latest }) => (
            <tr key={code}>
              <th scope="row">
                <a lang="fr" href={formatView({ ...emptyView('question', lang), question: code })}>
                  {f.text(label)}
                </a>
                {latest !== undefined && (
                  <span class="note">
                    {quoteAnswers([latest.answer], lang)}
                    {!latest.counted && `, ${f.text(words.mostGiven)}`}
                  </span>
                )}
              </th>
              {latest === undefined ? <td colSpan={3} /> : <Figures latest={latest} />}
              <td>
                <a
                  href={formatView({ ...emptyView('explore', lang), question: code })}
                  aria-label={f.text(words.exploreNamed(label))}
                >
                  {f.text(words.exploreOne)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
