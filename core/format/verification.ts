import type { VerificationCause } from '../contract/verification-causes.ts';
import type { Language } from './language.ts';
import { formatCount, formatNumber } from './numbers.ts';
import { display } from './typography.ts';

type Bilingual = Readonly<Record<Language, string>>;
type Said<Code extends VerificationCause['code']> = Extract<VerificationCause, { code: Code }>;
type Sentences = { [Code in VerificationCause['code']]: (cause: Said<Code>) => Bilingual };

const subjects: Readonly<Record<Said<'not-in-open-data'>['subject'], Bilingual>> = {
  'collection-mode': { fr: 'le mode de collecte', en: 'the mode of collection' },
  diploma: { fr: 'le diplôme du dirigeant', en: 'the manager’s diploma' },
};

const tenths = (value: number, language: Language): string => formatNumber(value, 1, language);

const sentences: Sentences = {
  'no-code': () => ({
    fr: 'indicateur composite ou sans code dans la table de correspondance',
    en: 'composite indicator, or without a code in the correspondence table',
  }),
  'doubtful-source': () => ({
    fr: 'source isolée, imprécise ou contredite par une source plus sûre',
    en: 'isolated or imprecise source, or contradicted by a surer one',
  }),
  'other-sectors': () => ({
    fr: 'secteur propre à la source, pas un des onze publiés',
    en: 'a sector of the source’s own, none of the eleven published',
  }),
  'mean-of-shares': () => ({
    fr: "moyenne de parts, pas une part d'entreprises",
    en: 'a mean of shares, not a share of enterprises',
  }),
  'not-in-open-data': ({ subject }) => ({
    fr: `${subjects[subject].fr} n'est pas dans les données ouvertes`,
    en: `${subjects[subject].en} is not in the open data`,
  }),
  contradicted: ({ share }) => ({
    fr: `contredit par les ${tenths(share, 'fr')} % de la donnée ouverte`,
    en: `contradicted by the ${tenths(share, 'en')}% of the open data`,
  }),
  'contradicted-by-levels': ({ before, after }) => ({
    fr: `contredit par les niveaux publiés (${tenths(before, 'fr')} puis ${tenths(after, 'fr')} %, soit ${tenths(after - before, 'fr')} points)`,
    en: `contradicted by the published levels (${tenths(before, 'en')}% then ${tenths(after, 'en')}%, that is ${tenths(after - before, 'en')} points)`,
  }),
  'small-base': () => ({
    fr: 'base trop petite pour donner ce chiffre',
    en: 'base too small to give this figure',
  }),
  'no-edition': ({ edition }) => ({
    fr: `pas d'édition ${edition} dans cet entrepôt`,
    en: `no ${edition} edition in this warehouse`,
  }),
  'no-microdata': ({ edition }) => ({
    fr: `pas de microdonnées ${edition} dans cet entrepôt`,
    en: `no microdata of ${edition} in this warehouse`,
  }),
  'no-answer': () => ({
    fr: 'question ou réponse absente de cette édition',
    en: 'question or answer absent from this edition',
  }),
  'no-class': () => ({
    fr: 'classe absente de cette édition',
    en: 'class absent from this edition',
  }),
  'no-department-count': () => ({
    fr: 'effectif par département non publié',
    en: 'count by department not published',
  }),
  refused: ({ fr, en }) => ({ fr, en }),
  'no-common-cell': () => ({
    fr: 'aucune cellule commune aux deux bases',
    en: 'no cell common to both bases',
  }),
  'compared-cells': ({ cells }) => ({
    fr: `plus grand écart, en points, sur ${formatCount(cells, 'fr')} cellules communes aux deux bases`,
    en: `largest difference, in points, over ${formatCount(cells, 'en')} cells common to both bases`,
  }),
};

const said = (cause: VerificationCause): Bilingual =>
  (sentences[cause.code] as (cause: VerificationCause) => Bilingual)(cause);

/** Why a figure was not checked, or what was compared, in a reader's language. */
export const sayVerification = (cause: VerificationCause, language: Language): string =>
  display(said(cause)[language], language);

/** The same as a code and as a plain French sentence, whose typography is the reader's to set. */
export const explainedVerification = (
  cause: VerificationCause | null,
): { reason: string | null; cause: VerificationCause | null } => ({
  reason: cause === null ? null : said(cause).fr,
  cause,
});
