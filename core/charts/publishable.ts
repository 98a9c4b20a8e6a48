import type { Share } from '../contract/share.ts';
import type { Language } from '../format/language.ts';
import type { Provenance } from '../format/wording.ts';
import { explainFlags } from '../format/wording.ts';
import type { Chart } from './chart.ts';
import { drawnTexts, scalesOfBars } from './inspect-spec.ts';

/** What a chart must have before it leaves. */
export const requirements = [
  'figures',
  'zero',
  'base',
  'interval',
  'comparability',
  'smallBases',
  'alternative',
  'source',
  'inside',
  'demonstration',
] as const;
export type Requirement = (typeof requirements)[number];

interface Checked {
  chart: Chart;
  provenance: Provenance;
  language: Language;
  /** The chart's words, those drawn in the picture included, as one text. */
  said: string;
}

/** A text without its spaces: lines may be parted at a hyphen as well. */
const close = (text: string): string => text.replace(/\s/g, '');

const withoutBase = /sans base|without base/;

const shown = ({ table }: Chart) => table.figures.filter(({ value }) => value !== null);

function saysBase({ chart, said }: Checked): boolean {
  const column = chart.table.columns.some(({ label }) => label.startsWith('Base'));
  return shown(chart).every(({ kind, base }) =>
    kind === 'published' ? withoutBase.test(said) : base !== null && column,
  );
}

function saysInterval({ chart, said }: Checked): boolean {
  const estimates = shown(chart).filter(({ kind }) => kind === 'estimate');
  const drawn = /interval/i.test(said);
  return estimates.every(({ interval }) => interval !== null) && (estimates.length === 0 || drawn);
}

function namesSource({ chart, provenance }: Checked): boolean {
  const { source } = chart;
  const licence = provenance.licence.name.replaceAll("'", '’');
  const licensed = provenance.origin === 'demonstration' || source.includes(licence);
  return /^Source/.test(source) && /\b20\d\d\b/.test(source) && licensed;
}

/** Each requirement, true when met. */
const met: Readonly<Record<Requirement, (checked: Checked) => boolean>> = {
  figures: ({ chart }) => shown(chart).length > 0,
  zero: ({ chart }) => scalesOfBars(chart.spec).every(([low, high]) => low <= 0 && high >= 0),
  base: saysBase,
  interval: saysInterval,
  comparability: ({ chart, said }) => chart.table.breaks.every((words) => said.includes(words)),
  smallBases: ({ chart, language }) =>
    explainFlags(
      chart.table.figures.map(({ flag }) => flag),
      language,
    ).every((sentence) => chart.notes.includes(sentence)),
  alternative: ({ chart }) =>
    chart.description.length > 40 && chart.description.trim() !== chart.title.trim(),
  source: namesSource,
  inside: ({ chart }) => {
    const inside = close(drawnTexts(chart.spec));
    return [chart.title, chart.subtitle, chart.source].every((words) =>
      inside.includes(close(words)),
    );
  },
  demonstration: ({ chart, provenance }) =>
    provenance.origin !== 'demonstration' || chart.notice !== null,
};

const sentences: Readonly<Record<Language, Readonly<Record<Requirement, string>>>> = {
  fr: {
    figures: 'Aucun chiffre n’est montré : élargissez la sélection, ou changez de question.',
    zero: 'Les barres ne partent pas de zéro : leurs longueurs tromperaient.',
    base: 'La base (nombre de répondants) n’est pas dite pour chaque chiffre.',
    interval: 'Des parts estimées n’ont pas d’intervalle, ni dessiné ni dit.',
    comparability:
      'La question a changé entre deux éditions montrées, et le graphique ne le dit pas.',
    smallBases: 'Des bases sont faibles ou trop faibles, et le graphique ne l’explique pas.',
    alternative: 'Le texte de remplacement manque : qui ne voit pas l’image ne saurait rien.',
    source: 'La source, sa date ou sa licence manque.',
    inside:
      'Le titre, la population ou la source n’est pas dans l’image : elle ne se comprendrait pas seule.',
    demonstration: 'Ces données sont de démonstration, et l’image ne le dit pas.',
  },
  en: {
    figures: 'No figure is shown: widen the selection, or change the question.',
    zero: 'The bars do not start from zero: their lengths would mislead.',
    base: 'The base (number of respondents) is not stated for each figure.',
    interval: 'Estimated shares have no interval, neither drawn nor stated.',
    comparability:
      'The question changed between two editions shown, and the chart does not say so.',
    smallBases: 'Some bases are small or too small, and the chart does not explain it.',
    alternative:
      'The alternative text is missing: whoever does not see the picture would know nothing.',
    source: 'The source, its date or its licence is missing.',
    inside:
      'The title, the population or the source is not in the picture: it could not stand alone.',
    demonstration: 'This is demonstration data, and the picture does not say so.',
  },
};

const verdicts = {
  fr: {
    ready: 'Bon à publier',
    demonstration:
      'Bon à publier comme démonstration : l’image dit que ces chiffres ne sont pas ceux de l’enquête',
    held: 'À ne pas publier en l’état',
  },
  en: {
    ready: 'Ready to publish',
    demonstration:
      'Ready to publish as a demonstration: the picture says that these figures are not the survey’s',
    held: 'Not to be published as it is',
  },
} as const;

const narrow = (text: string, language: Language): string =>
  language === 'fr' ? text.replaceAll(' :', '\u202f:') : text;

/** The requirements that a chart, drawn as a file that leaves (`framed`), does not meet. */
export function findShortcomings(
  chart: Chart,
  provenance: Provenance,
  language: Language,
): Requirement[] {
  const words = [chart.title, chart.subtitle, chart.reading, chart.description, ...chart.notes];
  const said = [...words, drawnTexts(chart.spec)].join(' ');
  return requirements.filter((each) => !met[each]({ chart, provenance, language, said }));
}

/**
 * The check before a chart leaves: what it draws and says is compared with the figures it holds. Ready when nothing is
 * missing; figures of a demonstration are only ever ready as such.
 */
export function checkPublishable(
  chart: Chart,
  provenance: Provenance,
  language: Language,
): Share['check'] {
  const missing = findShortcomings(chart, provenance, language);
  const ready = missing.length === 0;
  const kind = provenance.origin === 'demonstration' ? 'demonstration' : 'ready';
  return {
    ready,
    verdict: narrow(verdicts[language][ready ? kind : 'held'], language),
    reasons: missing.map((each) => narrow(sentences[language][each], language)),
  };
}
