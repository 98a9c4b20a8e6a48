import type { MetaAnswer, QuestionSummary } from '../../core/contract/catalogue.ts';
import type { StoriesAnswer } from '../../core/contract/stories.ts';
import { useLanguage } from '../context.ts';
import { Count } from '../parts/figure.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Skeleton } from '../parts/states.tsx';
import type { Resource } from '../resource.ts';
import { ChapterList } from '../stories/chapter-list.tsx';
import { Stories } from '../stories/front.tsx';
import { storyWords } from '../stories/words.ts';
import { emptyView, exerciseView, formatView } from '../url-state.ts';

function Ways() {
  const { t, f, lang } = useLanguage();
  const words = t.home;
  return (
    <section class="ways" aria-labelledby="ways">
      <h2 id="ways" class="visually-hidden">
        {f.text(words.ways)}
      </h2>
      <div class="way main-way">
        <h3>{f.text(words.exerciseTitle)}</h3>
        <p>{f.text(words.exerciseText)}</p>
        <p class="actions">
          <a class="button" href={formatView(exerciseView('department', lang))}>
            {f.text(words.exerciseDepartment)}
          </a>
          <a class="button quiet" href={formatView(exerciseView('sector', lang))}>
            {f.text(words.exerciseSector)}
          </a>
        </p>
      </div>
      <a class="way" href={formatView(emptyView('prospect', lang))}>
        <h3>{f.text(t.prospect)}</h3>
        <p>{f.text(words.prospectText)}</p>
      </a>
      <a class="way" href={formatView(emptyView('explore', lang))}>
        <h3>{f.text(t.explore)}</h3>
        <p>{f.text(words.exploreText)}</p>
      </a>
    </section>
  );
}

function Editions({ meta }: { meta: MetaAnswer }) {
  const { t, f } = useLanguage();
  const words = t.home;
  const editions = [...meta.editions].sort((a, b) => b.edition - a.edition);
  return (
    <ScrollBox>
      <table class="figures editions">
        <caption>{f.text(words.editionsCaption)}</caption>
        <thead>
          <tr>
            <th scope="col">{f.text(words.edition)}</th>
            <th scope="col" class="number">
              {f.text(words.respondents)}
            </th>
            <th scope="col" class="number optional">
              {f.text(words.weight)}
            </th>
            <th scope="col">{f.text(words.basis)}</th>
          </tr>
        </thead>
        <tbody>
          {editions.map(({ edition, respondents, weight, basis }) => (
            <tr key={edition}>
              <th scope="row">{edition}</th>
              <td class="number">
                <Count value={respondents} />
              </td>
              <td class="number optional">
                <Count value={weight === null ? null : Math.round(weight)} />
              </td>
              <td>{basis.map((one) => f.text(t.basis[one])).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The front page: what the edition teaches, what one can do here, the ways in, what the data is. */
export function Home(props: {
  meta: MetaAnswer | null;
  questions: readonly QuestionSummary[] | null;
  stories: Resource<StoriesAnswer>;
}) {
  const { t, f, lang } = useLanguage();
  const words = t.home;
  const { meta } = props;
  return (
    <>
      <header class="hero">
        <h1 tabIndex={-1}>{f.text(words.title)}</h1>
      </header>
      <Stories resource={props.stories} startAgain={formatView(emptyView('home', lang))} />
      <ul class="sentences">
        {words.sentences.map((sentence) => (
          <li key={sentence}>{f.text(sentence)}</li>
        ))}
      </ul>
      <Ways />
      <section class="front-chapters" aria-labelledby="chapters">
        <h2 id="chapters">{f.text(storyWords[lang].chapters)}</h2>
        <ChapterList questions={props.questions} />
      </section>
      <section class="columns" aria-labelledby="data">
        <div>
          <h2 id="data">{f.text(words.dataTitle)}</h2>
          <p>{f.text(words.dataText)}</p>
          {meta === null ? <Skeleton lines={7} /> : <Editions meta={meta} />}
        </div>
        <div>
          <h2>{f.text(words.readTitle)}</h2>
          {words.readText.map((paragraph) => (
            <p key={paragraph}>{f.text(paragraph)}</p>
          ))}
        </div>
      </section>
    </>
  );
}
