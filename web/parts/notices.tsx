import type { Basis, Flag } from '../../core/contract/vocabulary.ts';
import { isTranslated, sayNotice } from '../../core/format/notices.ts';
import { useLanguage, useSurroundings } from '../context.ts';

/** The cautions that the figures on show call for: the API's own, then what the marks mean. */
export function Notices(props: {
  notices: readonly string[];
  flags: readonly Flag[];
  basis?: Basis;
}) {
  const { t, f, lang } = useLanguage();
  const { provenance } = useSurroundings();
  // The banner says it on every page already.
  const own = props.notices.filter((notice) => notice !== provenance?.notice);
  return (
    <ul class="notices">
      {props.basis !== undefined && <li>{f.text(t.basisNote[props.basis])}</li>}
      {props.flags.includes('low-base') && <li>{f.text(t.method.lowBase)}</li>}
      {props.flags.includes('suppressed') && <li>{f.text(t.method.suppressed)}</li>}
      {own.map((notice) => (
        <li key={notice} lang={isTranslated(notice) ? lang : 'fr'}>
          {sayNotice(notice, lang)}
        </li>
      ))}
    </ul>
  );
}
