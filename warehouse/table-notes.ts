import type { tableNames } from './tables.ts';

export type TableName = (typeof tableNames)[number];

/** What a reader of the package is told of a table. */
export interface TableNotes {
  readonly about: string;
  /** The columns that tell its rows apart; none where a file may give a row twice. */
  readonly key?: readonly string[];
  /** Columns whose values are all in another table, by its name; ids of dimensions are not: 0 is none of theirs. */
  readonly refersTo?: readonly {
    readonly columns: readonly string[];
    readonly table: TableName;
    readonly there: readonly string[];
  }[];
  /** What its own columns say; those that several tables share are in `sharedColumns`. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** What a column says in every table that has it and says nothing else of it. */
export const sharedColumns: Readonly<Record<string, string>> = {
  question: 'Code unifié de la question.',
  edition: 'Année de l’édition.',
  answer: 'Numéro de la réponse dans sa question, voir answers.',
  missing: 'Vrai pour une absence de réponse, laissée hors de la base.',
  id: 'Numéro dans les autres tables, où 0 veut dire « non renseigné ».',
  code: 'Code : INSEE pour un territoire, clé de l’API pour un secteur ou une taille.',
  label: 'Libellé.',
  department: 'Numéro du département, voir departments ; 0 : non renseigné.',
  region: 'Numéro de la région, voir regions ; 0 : non renseignée.',
  sector: 'Numéro du secteur, voir sectors ; 0 : non renseigné.',
  size: 'Numéro de la classe de taille, voir sizes ; 0 : non renseignée.',
  size_detail: 'Numéro de la classe de taille détaillée, voir size_details ; 0 : non renseignée.',
  weight: 'Poids de sondage : nombre d’entreprises représentées.',
  respondent: 'Numéro du répondant dans l’édition ; vide où le fichier ne numérote personne.',
  microdata: 'Vrai si les réponses individuelles sont là.',
  published: 'Vrai si les résultats officiels sont là.',
  dataset: 'Jeu de données du portail.',
  file: 'Fichier lu.',
};

const ofQuestion = { columns: ['question'], table: 'questions', there: ['question'] } as const;
const ofEdition = { columns: ['edition'], table: 'editions', there: ['edition'] } as const;
const ofAnswer = {
  columns: ['question', 'answer'],
  table: 'answers',
  there: ['question', 'answer'],
} as const;

const totals = '255 : total officiel, à ne pas ajouter au reste.';

export const tableNotes: Readonly<Record<TableName, TableNotes>> = {
  meta: {
    about: 'Ce que l’entrepôt dit de lui-même : version, date, origine.',
    key: ['key'],
    columns: { key: 'Nom de la mention.', value: 'Sa valeur.' },
  },
  sources: {
    about: 'Les jeux de données lus, et ce qu’il en est advenu.',
    columns: {
      kind: 'Nature du jeu : microdonnées, agrégats publiés ou table de correspondance.',
      edition: 'Année de l’édition, pour des microdonnées.',
      url: 'Adresse de l’export, s’il vient du portail.',
      retrieved_at: 'Moment du téléchargement.',
      sha256: 'Empreinte du fichier.',
      bytes: 'Taille du fichier, en octets.',
      rows: 'Lignes lues.',
      kept: 'Lignes gardées.',
      rejected: 'Lignes écartées, voir rejects.',
      status: 'Issue de la lecture.',
      message: 'Ce qui en a été dit.',
    },
  },
  editions: {
    about: 'Les éditions du Baromètre.',
    key: ['edition'],
    columns: {
      respondents: 'Nombre de répondants.',
      weight: 'Somme des poids : nombre d’entreprises représentées.',
      respondent_ids: 'Vrai si les répondants sont numérotés.',
      grouped_paca_corse:
        'Vrai si la Provence-Alpes-Côte d’Azur et la Corse n’y font qu’une région.',
    },
  },
  departments: {
    about: 'Les départements.',
    key: ['id'],
    refersTo: [{ columns: ['region'], table: 'regions', there: ['code'] }],
    columns: { region: 'Code de la région.' },
  },
  regions: { about: 'Les régions.', key: ['id'] },
  sectors: { about: 'Les secteurs d’activité.', key: ['id'] },
  sizes: { about: 'Les classes de taille.', key: ['id'] },
  size_details: {
    about: 'Les classes de taille détaillées.',
    key: ['id'],
    refersTo: [{ columns: ['size'], table: 'sizes', there: ['id'] }],
    columns: { size: 'Numéro de la classe de taille qui la contient.' },
  },
  questions: {
    about: 'Les questions, sous leur code unifié.',
    key: ['question'],
    columns: {
      chapter: 'Numéro du chapitre.',
      chapter_label: 'Libellé du chapitre.',
      subchapter: 'Sous-chapitre.',
      description: 'Ce que la question mesure, selon le producteur.',
      direction: 'Sens favorable selon le producteur : up, down ou neutral.',
      favourable: 'Réponses que le producteur compte comme favorables.',
    },
  },
  question_editions: {
    about: 'Chaque question dans chaque édition qui l’a posée.',
    key: ['question', 'edition'],
    refersTo: [ofQuestion, ofEdition],
    columns: {
      code: 'Son code dans cette édition.',
      label: 'Son libellé dans cette édition.',
      type: 'Une seule réponse (single) ou plusieurs (multiple).',
    },
  },
  answers: {
    about: 'Les réponses, sous leur libellé unifié.',
    key: ['question', 'answer'],
    refersTo: [ofQuestion],
    columns: { answer: 'Numéro de la réponse dans sa question.' },
  },
  answer_editions: {
    about: 'Les libellés de chaque réponse dans chaque édition.',
    refersTo: [ofAnswer, ofEdition],
    columns: { source_label: 'Libellé écrit dans le fichier de l’édition.' },
  },
  comparability: {
    about: 'Ce qui peut se comparer d’une édition à la suivante.',
    key: ['question', 'from_edition', 'to_edition'],
    refersTo: [ofQuestion],
    columns: {
      from_edition: 'Édition de départ.',
      to_edition: 'Édition d’arrivée.',
      status: 'comparable, reworded, answers-changed, new ou dropped.',
      reason: 'Pourquoi, en une phrase.',
      causes: 'Les mêmes raisons, en JSON.',
    },
  },
  respondents: { about: 'Les répondants, un par ligne.', refersTo: [ofEdition] },
  responses: {
    about: 'Les réponses individuelles : une ligne par répondant et par réponse donnée.',
    refersTo: [ofAnswer, ofEdition],
    columns: {
      first:
        'Vrai sur une seule ligne par répondant et par question : la base se compte sur elles.',
    },
  },
  published: {
    about: 'Les résultats officiels, agrégés par le producteur.',
    key: ['question', 'edition', 'answer', 'region', 'sector', 'size'],
    refersTo: [ofAnswer, ofEdition],
    columns: {
      region: `Numéro de la région, voir regions. ${totals}`,
      sector: `Numéro du secteur, voir sectors. ${totals}`,
      size: `Numéro de la classe de taille, voir sizes. ${totals}`,
      share: 'Part publiée, entre 0 et 1.',
      weight: 'Entreprises qui ont donné la réponse.',
      base_weight: 'Entreprises de la base.',
    },
  },
  rejects: {
    about: 'Les lignes qui n’ont pas été comprises.',
    columns: {
      line: 'Ligne du fichier.',
      column: 'Colonne en cause.',
      value: 'Valeur en cause.',
      reason: 'Pourquoi.',
    },
  },
};
