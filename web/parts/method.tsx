import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { CrosstabAnswer, Row } from '../../core/contract/crosstab.ts';
import { splitAnswers } from '../../core/format/grammar.ts';
import { useLanguage } from '../context.ts';
import { visibleGap } from '../visible-gap.ts';
import { Causes } from './causes.tsx';

/** Which gaps the rows of a table let one see, from the finest to the coarsest. */
function RowsSee({ answer: { rows, total } }: { answer: CrosstabAnswer }) {
  const { t, f } = useLanguage();
  const gaps = rows
    .filter(({ cells }) => cells.some(({ flag }) => flag !== 'suppressed'))
    .flatMap((row) => visibleGap(row, total) ?? []);
  if (gaps.length === 0) return null;
  const [low, high] = [f.gap(Math.min(...gaps)), f.gap(Math.max(...gaps))];
  return <li>{f.text(t.analyst.rowsSee(low, high))}</li>;
}

/** Who was asked and did not answer: how many, and the weighted part that they are. */
function NonResponse({ of: { weight, nonResponse } }: { of: Row }) {
  const { t, f } = useLanguage();
  if (nonResponse.n === null || nonResponse.weight === null || weight === null) return null;
  const asked = weight + nonResponse.weight;
  const rate = f.share(asked > 0 ? nonResponse.weight / asked : 0);
  return <li>{f.text(t.method.nonResponse(f.count(nonResponse.n), rate))}</li>;
}

/** How the figures on show were made, said from their own answer. */
export function Method({ answer, question }: { answer: CrosstabAnswer; question: QuestionAnswer }) {
  const { t, f } = useLanguage();
  const { total } = answer;
  const words = t.method;
  const [only] = answer.answers.length === 1 ? answer.answers : [];
  const { nEff, deff } = total;
  const p = answer.test?.p ?? null;
  return (
    <details class="method" open>
      <summary>{f.text(t.explorePage.method)}</summary>
      <ul>
        <li>{f.text(t.basisNote[answer.basis])}</li>
        {answer.basis === 'microdata' && <li>{f.text(words.weighted)}</li>}
        {answer.basis === 'microdata' && (
          <li>{f.text(words.interval(f.level(answer.confidence)))}</li>
        )}
        {nEff !== null && deff !== null && (
          <li>{f.text(words.effective(f.count(nEff), f.decimal(deff)))}</li>
        )}
        <NonResponse of={total} />
        {question.type === 'multiple' && <li>{f.text(words.multiple)}</li>}
        {only !== undefined && splitAnswers(only).length > 1 && (
          <li>{f.text(words.merged(only))}</li>
        )}
        {p !== null && (
          <li>
            {f.text(
              p <= 1 - answer.confidence ? t.analyst.testYes(f.p(p)) : t.analyst.testNo(f.p(p)),
            )}
          </li>
        )}
        <RowsSee answer={answer} />
        {question.description !== null && (
          <li>
            {f.text(t.explorePage.description)}
            {f.text(t.colon)} <span lang="fr">{f.text(question.description)}</span>
          </li>
        )}
      </ul>
    </details>
  );
}

/** What each edition asked, and whether two editions in a row can be compared. */
export function Wordings({ question }: { question: QuestionAnswer }) {
  const { t, f } = useLanguage();
  const words = t.explorePage;
  const wordings = [...question.wordings].sort((a, b) => b.edition - a.edition);
  const changeTo = (edition: number) =>
    question.comparability.find(({ to }) => to === edition) ?? null;
  return (
    <details class="method">
      <summary>{f.text(words.wordings)}</summary>
      <table class="figures wordings">
        <caption class="visually-hidden">{f.text(words.wordings)}</caption>
        <thead>
          <tr>
            <th scope="col">{f.text(t.editionLabel)}</th>
            <th scope="col">{f.text(words.wording)}</th>
            <th scope="col">{f.text(words.comparability)}</th>
          </tr>
        </thead>
        <tbody>
          {wordings.map(({ edition, label }) => {
            const change = changeTo(edition);
            return (
              <tr key={edition}>
                <th scope="row">{edition}</th>
                <td lang={label === null ? undefined : 'fr'}>{f.text(label ?? words.notAsked)}</td>
                <td>
                  {change === null ? '' : f.text(t.comparability[change.status])}
                  {change !== null && <Causes of={change.causes} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
