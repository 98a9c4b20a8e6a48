import { useEffect, useState } from 'preact/hooks';
import type { Share } from '../../core/contract/share.ts';
import { fetchAnswer } from '../api.ts';
import { useLanguage } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import { shareAddress } from '../snippets.ts';
import { Copied } from './copied.tsx';
import { Group } from './group.tsx';
import type { PictureShape } from './pictures.tsx';
import { takeAwayWords } from './words.ts';

const kinds = ['citation', 'bibtex', 'live', 'frozen', 'image', 'page'] as const;
type Kind = (typeof kinds)[number];

const textOf = (share: Share, kind: Kind): string =>
  kind === 'live' || kind === 'frozen' || kind === 'image' ? share.embed[kind] : share[kind];

/** Asks for the quotation of a chart once it is wanted; null while it is on its way. */
function useShare(address: string): { share: Share | null; failed: boolean; retry(): void } {
  const [share, setShare] = useState<Share | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setFailed(false);
    fetchAnswer<Share>({ url: address }, controller.signal).then(setShare, () => {
      if (!controller.signal.aborted) setFailed(true);
    });
    return () => controller.abort();
  }, [address, attempt]);
  return { share, failed, retry: () => setAttempt(attempt + 1) };
}

/** « Bon à publier », or one sentence for each reason why not. */
function Check({ check }: { check: Share['check'] }) {
  const { lang, f } = useLanguage();
  return (
    <Group title={takeAwayWords[lang].check} name="check">
      <p class={check.ready ? 'ready' : 'held'}>
        <span aria-hidden="true">{check.ready ? '✓' : '✕'}</span>{' '}
        <strong>{f.text(check.verdict)}</strong>
      </p>
      {check.reasons.length > 0 && (
        <ul>
          {check.reasons.map((reason) => (
            <li key={reason}>{f.text(reason)}</li>
          ))}
        </ul>
      )}
    </Group>
  );
}

/** Whether the chart on show may be published, then what it is quoted, linked or embedded by. */
export function ShareChart({ url, shapes }: { url: string; shapes: readonly PictureShape[] }) {
  const { f, lang } = useLanguage();
  const words = takeAwayWords[lang];
  const [kind, setKind] = useState<Kind>('citation');
  const [shape = 'bars'] = shapes;
  const { share, failed, retry } = useShare(shareAddress(url, { lang, shape }));
  if (share === null) {
    return (
      <Group title={words.share}>
        <p role="status">{f.text(failed ? words.failed : words.preparing)}</p>
        {failed && (
          <button type="button" class="button quiet" onClick={retry}>
            {f.text(words.retry)}
          </button>
        )}
      </Group>
    );
  }
  const text = textOf(share, kind);
  return (
    <>
      <Check check={share.check} />
      <Group title={words.share} name="code">
        <Choice
          label={words.quote}
          value={kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChoose={(value) => setKind(kinds.find((each) => each === value) ?? 'citation')}
        />
        <Copied key={kind} text={text} name={words.copy}>
          {kind === 'citation' || kind === 'page' ? (
            <p class="address">{text}</p>
          ) : (
            <pre>
              <code>{text}</code>
            </pre>
          )}
        </Copied>
      </Group>
    </>
  );
}
