import type { Said } from '../core/contract/problem.ts';

/** What a status is called where nothing closer is said. */
export const titles: Readonly<Record<number, Said>> = {
  400: { fr: 'Demande refusée', en: 'Request refused' },
  404: { fr: 'Introuvable', en: 'Not found' },
  405: { fr: 'Méthode refusée', en: 'Method refused' },
  408: { fr: 'Demande trop lente', en: 'Request too slow' },
  413: { fr: 'Demande trop lourde', en: 'Request too large' },
  414: { fr: 'Adresse trop longue', en: 'Address too long' },
  415: { fr: 'Type de contenu refusé', en: 'Content type refused' },
  431: { fr: 'En-têtes trop longs', en: 'Headers too long' },
  500: { fr: 'Erreur interne', en: 'Internal error' },
  503: { fr: 'Pas de données', en: 'No data' },
};
export const untitled: Said = { fr: 'Erreur', en: 'Error' };

/** What the framework refuses, in words of ours. */
export const refusedByStatus: Readonly<Record<number, Said>> = {
  413: {
    fr: 'Le corps de la demande dépasse la taille admise.',
    en: 'The body of the request exceeds the size allowed.',
  },
  415: { fr: "Ce type de contenu n'est pas lu ici.", en: 'This content type is not read here.' },
};

export const ours: Said = {
  fr: 'Une panne de notre côté ; elle est consignée.',
  en: 'A fault of ours; it is on record.',
};

export const noWarehouse: Said = {
  fr: "Aucun entrepôt n'est publié : lancer « numoscope ingest » ou « numoscope demo ».",
  en: 'No warehouse is published: run “numoscope ingest” or “numoscope demo”.',
};

/** Why an address has nothing to give. */
export const nothing = {
  method: (method: string): Said => ({
    fr: `${method} n'a pas de réponse ici : GET ou HEAD.`,
    en: `${method} is not answered here: GET or HEAD.`,
  }),
  at: (path: string): Said => ({
    fr: `Rien ne répond à l'adresse ${path}.`,
    en: `Nothing answers at the address ${path}.`,
  }),
  picture: (file: string): Said => ({
    fr: `Aucune image ne s'appelle « ${file} ».`,
    en: `No picture is called “${file}”.`,
  }),
  package: {
    fr: 'Cet entrepôt n’a pas été publié avec ses fichiers.',
    en: 'This warehouse was published without its files.',
  },
  verification: {
    fr: 'Ce serveur ne vérifie pas les chiffres publiés.',
    en: 'This server does not verify published figures.',
  },
} as const;

/** Why an answer does not come in a form or language. */
export const unformed = {
  format: (format: unknown): Said => ({
    fr: `« ${format} » n'est pas un format.`,
    en: `“${format}” is not a format.`,
  }),
  jsonOnly: {
    fr: 'Cette adresse ne répond qu’en JSON.',
    en: 'This address answers in JSON only.',
  },
  languageOfJson: {
    fr: 'La langue se choisit avec un format de fichier.',
    en: 'The language is chosen with the format of a file: JSON is the same in both.',
  },
  language: (language: unknown): Said => ({
    fr: `« ${language} » n'est pas une langue du site.`,
    en: `“${language}” is not a language of the site.`,
  }),
  shape: (shape: string, view: string): Said => ({
    fr: `« ${shape} » n'est pas une forme de « ${view} ».`,
    en: `“${shape}” is not a shape of “${view}”.`,
  }),
  map: {
    fr: 'Une carte demande by=department ou by=region, et rien d’autre.',
    en: 'A map needs by=department or by=region, and nothing else.',
  },
  multiples: {
    fr: 'Des petits graphiques demandent deux dimensions et la réponse comptée (answer=…), ou une seule dimension sans elle.',
    en: 'Small charts need two dimensions and the answer counted (answer=…), or one dimension without it.',
  },
  heat: {
    fr: 'Un tableau en couleurs demande une dimension, ou deux et la réponse comptée (answer=…).',
    en: 'A coloured table needs one dimension, or two and the answer counted (answer=…).',
  },
  frozen: { fr: '« frozen » vaut yes, ou manque.', en: '“frozen” is yes, or absent.' },
  notAChart: {
    fr: 'Cette adresse n’est pas celle d’un graphique.',
    en: 'This is not the address of a chart.',
  },
} as const;
