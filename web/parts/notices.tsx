import type { Basis, Flag } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';

/** The cautions that the figures on show call for: the API's own, then what the marks mean. */
export function Notices(props: {
  notices: readonly string[];
  flags: readonly Flag[];
  basis: Basis;
}) {
  const { t, f } = useLanguage();
  return (
    <ul class="notices">
      <li>{f.text(t.basisNote[props.basis])}</li>
      {props.flags.includes('low-base') && <li>{f.text(t.method.lowBase)}</li>}
      {props.flags.includes('suppressed') && <li>{f.text(t.method.suppressed)}</li>}
      {props.notices.map((notice) => (
        <li key={notice} lang="fr">
          {f.text(notice)}
        </li>
      ))}
    </ul>
  );
}
