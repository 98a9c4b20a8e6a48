import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { useLanguage } from '../context.ts';
import { type AnswerInEdition, type Claim, mapAnswers, naiveClaims } from '../history.ts';
import { Causes } from './causes.tsx';
import { Change, compares } from './trend-table.tsx';
import { DiffOfWordings } from './wording-diff.tsx';

type Step = QuestionAnswer['comparability'][number];

function StepCard({ step, question }: { step: Step; question: QuestionAnswer }) {
  const { t, f } = useLanguage();
  const wordingIn = (edition: number) =>
    question.wordings.find((wording) => wording.edition === edition)?.label ?? null;
  const [before, after] = [wordingIn(step.from), wordingIn(step.to)];
  const paired = step.status !== 'new' && step.status !== 'dropped';
  const alone = step.status === 'dropped' ? before : after;
  return (
    <li class={step.status === 'comparable' ? 'step' : 'step broken'}>
      <h3>
        {step.from} – {step.to}
        {f.text(t.colon)} <span class="status">{f.text(t.comparability[step.status])}</span>
      </h3>
      {paired && before !== null && after !== null ? (
        <DiffOfWordings from={step.from} to={step.to} before={before} after={after} />
      ) : (
        <p lang={alone === null ? undefined : 'fr'}>{f.text(alone ?? t.explorePage.notAsked)}</p>
      )}
      {step.status !== 'reworded' && step.causes.length > 0 && (
        <p>
          <Causes of={step.causes} />
        </p>
      )}
    </li>
  );
}

/** Each pair of editions: the two wordings, whether they compare, and why not. */
export function Steps({ question }: { question: QuestionAnswer }) {
  const { t, f } = useLanguage();
  const [only] = question.wordings;
  if (question.comparability.length === 0) {
    return (
      <p>
        {f.text(t.analyst.oneEdition)} <q lang="fr">{f.text(only?.label ?? question.label)}</q>
      </p>
    );
  }
  const steps = [...question.comparability].sort((a, b) => b.to - a.to);
  return (
    <ol class="steps">
      {steps.map((step) => (
        <StepCard key={`${step.from} ${step.to}`} step={step} question={question} />
      ))}
    </ol>
  );
}

function Offered({ edition, unified }: { edition: AnswerInEdition; unified: string }) {
  const { t, f } = useLanguage();
  const words = t.history;
  const { label, status } = edition;
  if (label === null) {
    return (
      <td>
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{f.text(words.absent)}</span>
      </td>
    );
  }
  return (
    <td>
      {label === unified ? (
        <>
          <span aria-hidden="true">=</span>
          <span class="visually-hidden">{f.text(words.sameLabel)}</span>
        </>
      ) : (
        <span lang="fr">{f.text(label)}</span>
      )}
      {status === 'reworded' && <span class="flag">{f.text(words.rewordedAnswer)}</span>}
      {status === 'added' && <span class="flag">{f.text(words.addedAnswer)}</span>}
    </td>
  );
}

/** The answers of every edition beside the unified ones that they count in. */
export function AnswerMap(props: {
  question: QuestionAnswer;
  /** Where an answer leads: its own course. */
  hrefOf(label: string): string;
}) {
  const { question, hrefOf } = props;
  const { t, f } = useLanguage();
  const answers = mapAnswers(question);
  return (
    <table class="figures breakdown answer-map">
      <caption class="visually-hidden">{f.text(t.history.answersTitle)}</caption>
      <thead>
        <tr>
          <th scope="col">{f.text(t.history.unified)}</th>
          {(answers[0]?.editions ?? []).map(({ edition }) => (
            <th key={edition} scope="col">
              {edition}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.map(({ label, missing, editions }) => (
          <tr key={label}>
            <th scope="row" lang="fr">
              {missing ? f.text(label) : <a href={hrefOf(label)}>{f.text(label)}</a>}
            </th>
            {editions.map((edition) => (
              <Offered key={edition.edition} edition={edition} unified={label} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ClaimRow({ claim: { from, to, naive, change } }: { claim: Claim }) {
  const { t, f } = useLanguage();
  return (
    <tr>
      <th scope="row">{t.analyst.pair(from, to)}</th>
      <td class="number">{naive === null ? f.text(t.noFigure) : f.points(naive)}</td>
      <td>
        <Change change={change} />
        {!compares(change) && (
          <span class="note">
            {f.text(t.history.refused)}
            {change.comparability !== 'comparable' && (
              <>
                {f.text(t.colon)} {f.text(t.comparability[change.comparability]).toLowerCase()}
              </>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

/** The largest movement that a naive line would announce from a change of question; nothing when there is none. */
export function LargestClaim({ trends }: { trends: TrendsAnswer }) {
  const { t, f } = useLanguage();
  const [largest] = naiveClaims(trends)
    .filter(({ naive, change }) => naive !== null && !compares(change))
    .sort((a, b) => Math.abs(b.naive ?? 0) - Math.abs(a.naive ?? 0));
  if (largest === undefined) return null;
  const { from, to, naive, change } = largest;
  const status = f.text(t.comparability[change.comparability]).toLowerCase();
  return (
    <p class="largest-claim">{f.text(t.history.largest(from, to, f.points(naive ?? 0), status))}</p>
  );
}

/** What a line drawn without reading the questions would say, beside what may be said. */
export function Claims({ trends }: { trends: TrendsAnswer }) {
  const { t, f } = useLanguage();
  const words = t.history;
  return (
    <table class="figures claims">
      <caption>{f.text(words.claimsCaption)}</caption>
      <thead>
        <tr>
          <th scope="col">{f.text(words.pair)}</th>
          <th scope="col" class="number">
            {f.text(words.naive)}
          </th>
          <th scope="col">{f.text(words.sayable)}</th>
        </tr>
      </thead>
      <tbody>
        {naiveClaims(trends).map((claim) => (
          <ClaimRow key={claim.to} claim={claim} />
        ))}
      </tbody>
    </table>
  );
}
