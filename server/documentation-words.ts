import type { Language } from '../core/format/language.ts';

/** A link of the page's header: where it leads in either language, and its name. */
type Way = readonly [path: string, name: string];

/** What the API's page says of its own. */
export interface DocumentationWords {
  readonly title: string;
  readonly heading: string;
  readonly skip: string;
  readonly navigation: string;
  readonly ways: readonly Way[];
  readonly other: { readonly href: string; readonly name: string; readonly title: string };
  /** In HTML: what every address has in common. */
  readonly lead: string;
  readonly whole: string;
  readonly addresses: string;
  readonly parameter: string;
  readonly values: string;
  readonly meaning: string;
  readonly none: string;
  readonly required: string;
  readonly body: string;
  readonly example: string;
  readonly types: Readonly<Record<string, string>>;
  readonly repeats: string;
  readonly limits: (low: number, high: number) => string;
  readonly byDefault: (value: string) => string;
}

export const documentationWords: Readonly<Record<Language, DocumentationWords>> = {
  fr: {
    title: 'API de Numoscope',
    heading: 'API, version 1',
    skip: 'Aller au contenu',
    navigation: 'Navigation principale',
    ways: [
      ['/prospecter', 'Prospecter'],
      ['/explorer', 'Explorer'],
      ['/bouge', 'Ce qui a bougé'],
      ['/comparer', 'Comparer'],
      ['/portrait', 'Portraits'],
    ],
    other: { href: '/api/docs?lang=en', name: 'English', title: 'This page in English' },
    lead: `Les adresses de <code>/api/v1</code> se lisent par <code>GET</code>, sans clé. Les parts vont de 0 à 1, les poids sont des
nombres d’entreprises. Un chiffre qui ne peut être donné est <code>null</code>, avec un <code>flag</code>\u202f:
<code>suppressed</code> (base trop faible), <code>low-base</code> (à lire avec prudence). Chaque réponse dit sa base\u202f:
<code>microdata</code> (répondants d’une édition) ou <code>published</code> (chiffres officiels, sans effectif).
Une erreur est un <code>application/problem+json</code> qui nomme le paramètre et les valeurs admises, dans la langue de
<code>lang</code> ou d’<code>Accept-Language</code>, le français par défaut.`,
    whole: 'La description complète, réponses comprises\u202f:',
    addresses: 'Adresses',
    parameter: 'Paramètre',
    values: 'Valeurs',
    meaning: 'Sens',
    none: 'Aucun paramètre.',
    required: 'obligatoire',
    body: 'Le corps est le fichier, en <code>text/csv</code>, de deux mégaoctets au plus.',
    example: 'Essayer\u202f:',
    types: { string: 'texte', integer: 'entier', number: 'nombre' },
    repeats: ', se répète',
    limits: (low, high) => ` de ${low} à ${high}`,
    byDefault: (value) => `, ${value} par défaut`,
  },
  en: {
    title: 'Numoscope’s API',
    heading: 'API, version 1',
    skip: 'Skip to content',
    navigation: 'Main navigation',
    ways: [
      ['/prospecter', 'Prospect'],
      ['/explorer', 'Explore'],
      ['/bouge', 'What moved'],
      ['/comparer', 'Compare'],
      ['/portrait', 'Portraits'],
    ],
    other: { href: '/api/docs', name: 'Français', title: 'Cette page en français' },
    lead: `The addresses of <code>/api/v1</code> are read by <code>GET</code>, without a key. Shares go from 0 to 1, weights are
numbers of enterprises. A figure that cannot be given is <code>null</code>, with a <code>flag</code>:
<code>suppressed</code> (base too small), <code>low-base</code> (read with caution). Each answer says its basis:
<code>microdata</code> (respondents of one edition) or <code>published</code> (official figures, without a base).
An error is an <code>application/problem+json</code> that names the parameter and the values allowed, in the language of
<code>lang</code> or <code>Accept-Language</code>, French by default. Questions, answers and <code>notices</code> are in the
survey’s language, French; <code>cautions</code> and <code>causes</code> say the same as codes.`,
    whole: 'The whole description, answers included:',
    addresses: 'Addresses',
    parameter: 'Parameter',
    values: 'Values',
    meaning: 'Meaning',
    none: 'No parameter.',
    required: 'required',
    body: 'The body is the file, as <code>text/csv</code>, of two megabytes at most.',
    example: 'Try:',
    types: { string: 'text', integer: 'integer', number: 'number' },
    repeats: ', repeats',
    limits: (low, high) => ` from ${low} to ${high}`,
    byDefault: (value) => `, ${value} by default`,
  },
};
