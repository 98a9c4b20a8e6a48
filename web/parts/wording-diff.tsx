import { useLanguage } from '../context.ts';
import { diffWordings, type Stretch } from '../history.ts';

function Side(props: { stretches: readonly Stretch[]; mark: 'ins' | 'del' }) {
  const { t, f } = useLanguage();
  const { stretches, mark: Mark } = props;
  const words = t.history;
  return (
    <p class="wording" lang="fr">
      {stretches.map(({ text, changed }, index) =>
        changed && text.trim() !== '' ? (
          <Mark key={`${index} ${text}`}>
            <span class="visually-hidden" lang={t.history.lang}>
              {` ${f.text(Mark === 'ins' ? words.added : words.removed)} `}
            </span>
            {f.text(text)}
            <span class="visually-hidden" lang={t.history.lang}>{` ${f.text(words.end)} `}</span>
          </Mark>
        ) : (
          f.text(text)
        ),
      )}
    </p>
  );
}

/** Two wordings side by side, what one only has marked and said. */
export function DiffOfWordings(props: { from: number; to: number; before: string; after: string }) {
  const { t, f } = useLanguage();
  const diff = diffWordings(props.before, props.after);
  if (diff.same) {
    return (
      <p>
        {f.text(t.history.sameWording)}
        {f.text(t.colon)} <q lang="fr">{f.text(props.after)}</q>
      </p>
    );
  }
  return (
    <div class="wordings-diff">
      <div>
        <h4>{props.from}</h4>
        <Side stretches={diff.before} mark="del" />
      </div>
      <div>
        <h4>{props.to}</h4>
        <Side stretches={diff.after} mark="ins" />
      </div>
    </div>
  );
}
