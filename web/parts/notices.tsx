import type { Caution } from '../../core/contract/cautions.ts';
import type { Basis, Flag } from '../../core/contract/vocabulary.ts';
import { sayCaution } from '../../core/format/cautions.ts';
import { useLanguage } from '../context.ts';

/** The cautions that the figures on show call for: the API's own, then what the marks mean. */
export function Notices(props: {
  cautions: readonly Caution[];
  flags: readonly Flag[];
  basis?: Basis;
}) {
  const { t, f, lang } = useLanguage();
  // The banner says it on every page already.
  const own = props.cautions.filter(({ code }) => code !== 'origin');
  return (
    <ul class="notices">
      {props.basis !== undefined && <li>{f.text(t.basisNote[props.basis])}</li>}
      {props.flags.includes('low-base') && <li>{f.text(t.method.lowBase)}</li>}
      {props.flags.includes('suppressed') && <li>{f.text(t.method.suppressed)}</li>}
      {own.map((caution) => (
        <li key={caution.code}>{sayCaution(caution, lang)}</li>
      ))}
    </ul>
  );
}
