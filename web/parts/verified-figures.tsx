import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import type { VerifiedFigure } from '../../core/contract/verification.ts';
import { type Dimension, dimensions, sizeDetails } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';
import { sayVerification } from '../../core/format/verification.ts';
import { useLanguage } from '../context.ts';
import type { Format } from '../format.ts';
import { emptyView, formatView } from '../url-state.ts';
import type { Words } from '../words.ts';

/** The segment that a published figure is about: « Commerce », « 1 à 4 salariés »; empty for all firms. */
function segmentOf(figure: VerifiedFigure, f: Format, lang: Language): string {
  const dimension = dimensions.find((name): name is Dimension => name === figure.dimension);
  const nameOf = (key: string): string => {
    if (dimension !== undefined) return f.name(dimension, key);
    return sizeDetails.find((size) => size.key === key)?.[lang] ?? key;
  };
  return figure.keys.map(nameOf).join(', ');
}

/**
 * What a figure without a question is about: its statistic and segment say it of those computed here, the abridged words
 * of its identifier of the others.
 */
const wordsOfId = ({ id, computed }: VerifiedFigure): string =>
  computed === null
    ? `${id.replace(/^\d{4}-(\d{3}-)?/, '').replace(/(-nat)?-(pct|pt|resp|pop)(-\d+)?$/, '')}…`.replaceAll(
        '-',
        ' ',
      )
    : '';

/** What a published figure says, as one line of text: what the page's search looks in. */
export function describeFigure(
  figure: VerifiedFigure,
  labels: ReadonlyMap<number, string>,
  { f, t, lang }: { f: Format; t: Words; lang: Language },
): string {
  const label = figure.question === null ? wordsOfId(figure) : labels.get(figure.question);
  const { statistics, verdicts } = t.comparison.verificationPage;
  return [
    figure.edition,
    statistics[figure.statistic],
    label,
    ...figure.answers,
    segmentOf(figure, f, lang),
    figure.source,
    verdicts[figure.verdict],
  ].join(' ');
}

/** A figure in its own unit: per cent, points, or a count. */
export function Value({ figure, value }: { figure: VerifiedFigure; value: number | null }) {
  const { f } = useLanguage();
  if (value === null) return <>{f.count(null)}</>;
  if (figure.statistic === 'share_pct') return <>{f.share(value / 100)}</>;
  if (figure.statistic === 'difference_pt') return <>{f.points(value / 100)}</>;
  return <>{f.count(Math.round(value))}</>;
}

function Difference({ figure }: { figure: VerifiedFigure }) {
  const { f } = useLanguage();
  if (figure.difference === null) return <>{f.count(null)}</>;
  const shares = figure.statistic === 'share_pct' || figure.statistic === 'difference_pt';
  return <>{shares ? f.points(figure.difference / 100) : f.count(Math.round(figure.difference))}</>;
}

const link = /https?:\/\/[^\s,)]+/;

/** Where a figure was published: its address as a link named by its site, and the rest as it is. */
function Source({ source }: { source: string | null }) {
  const { t, f } = useLanguage();
  if (source === null) return <>{f.text(t.noFigure)}</>;
  const [url] = link.exec(source) ?? [];
  if (url === undefined) return <span lang="fr">{f.text(source)}</span>;
  const { hostname } = new URL(url);
  const rest = source.replace(url, '').replace(/^[\s,()]+|[\s()]+$/g, '');
  return (
    <>
      <a href={url} rel="noreferrer">
        {hostname.replace(/^www\./, '')}
      </a>
      {rest !== '' && (
        <span class="note" lang="fr">
          {f.text(rest)}
        </span>
      )}
    </>
  );
}

function What({ figure, label }: { figure: VerifiedFigure; label: string | undefined }) {
  const { t, f, lang } = useLanguage();
  const words = t.comparison.verificationPage;
  const { question } = figure;
  const details = [segmentOf(figure, f, lang), ...figure.answers].filter((text) => text !== '');
  const years =
    figure.fromEdition === null ? `${figure.edition}` : `${figure.fromEdition} › ${figure.edition}`;
  return (
    <>
      {f.text(words.statistics[figure.statistic])}, {years}
      <span class="detail" lang="fr">
        {question === null ? (
          wordsOfId(figure)
        ) : (
          <a href={formatView({ ...emptyView('question', lang), question })}>
            {f.text(label ?? String(question))}
          </a>
        )}
      </span>
      {details.length > 0 && (
        <span class="note" lang="fr">
          {f.text(details.join(' ; '))}
        </span>
      )}
      {figure.among.length > 0 && (
        <span class="note" lang="fr">
          {f.text(words.among(figure.among.join(' ; ')))}
        </span>
      )}
    </>
  );
}

/** A published figure, what the warehouse gives, and whether they agree. */
function Figure({ figure, label }: { figure: VerifiedFigure; label: string | undefined }) {
  const { t, f, lang } = useLanguage();
  return (
    <tr>
      <th scope="row">
        <What figure={figure} label={label} />
      </th>
      <td class="number">
        <Value figure={figure} value={figure.official} />
      </td>
      <td class="number">
        <Value figure={figure} value={figure.computed} />
      </td>
      <td class="number">
        <Difference figure={figure} />
      </td>
      <td>
        <span class={`verdict ${figure.verdict}`}>
          {f.text(t.comparison.verificationPage.verdicts[figure.verdict])}
        </span>
        {figure.cause !== null && <span class="note">{sayVerification(figure.cause, lang)}</span>}
      </td>
      <td class="source">
        <Source source={figure.source} />
      </td>
    </tr>
  );
}

/** Published figures beside what the warehouse gives. */
export function VerifiedTable(props: {
  figures: readonly VerifiedFigure[];
  questions: readonly QuestionSummary[];
  caption: string;
}) {
  const { t, f } = useLanguage();
  const words = t.comparison.verificationPage;
  const labels = new Map(props.questions.map(({ code, label }) => [code, label]));
  return (
    <table class="figures verified stacking">
      <caption>{f.text(props.caption)}</caption>
      <thead>
        <tr>
          <th scope="col">{f.text(words.figure)}</th>
          <th scope="col" class="number">
            {f.text(words.official)}
          </th>
          <th scope="col" class="number">
            {f.text(words.computed)}
          </th>
          <th scope="col" class="number">
            {f.text(words.difference)}
          </th>
          <th scope="col">{f.text(words.verdict)}</th>
          <th scope="col" class="source">
            {f.text(words.source)}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.figures.map((figure) => (
          <Figure
            key={figure.id}
            figure={figure}
            label={figure.question === null ? undefined : labels.get(figure.question)}
          />
        ))}
      </tbody>
    </table>
  );
}
