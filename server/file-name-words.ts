import type { Dimension } from '../core/contract/vocabulary.ts';
import type { Language } from '../core/format/language.ts';
import type { ChartShape } from './chart-view.ts';
import type { AnswerView } from './formats/table.ts';

interface FileNameWords {
  /** A cross-tab is its question's own file. */
  views: Readonly<Record<Exclude<AnswerView, 'crosstab'>, string>>;
  /** Bars and lines are what one expects. */
  shapes: Readonly<Partial<Record<ChartShape, string>>>;
  dimensions: Readonly<Record<Dimension, string>>;
  chapter: string;
  score: string;
  dark: string;
}

/** The words that names of files are made of: small, without accents. */
export const fileNameWords: Readonly<Record<Language, FileNameWords>> = {
  fr: {
    views: {
      trends: 'evolution',
      rankings: 'classement',
      compare: 'profil',
      movers: 'changements',
      stories: 'faits',
    },
    shapes: {
      dots: 'points',
      map: 'carte',
      slope: 'pente',
      dumbbell: 'ecarts',
      multiples: 'petits-graphiques',
      heat: 'tableau',
    },
    dimensions: {
      department: 'departement',
      region: 'region',
      sector: 'secteur',
      size: 'taille',
    },
    chapter: 'chapitre',
    score: 'score',
    dark: 'sombre',
  },
  en: {
    views: {
      trends: 'trend',
      rankings: 'ranking',
      compare: 'profile',
      movers: 'changes',
      stories: 'findings',
    },
    shapes: {
      dots: 'dots',
      map: 'map',
      slope: 'slope',
      dumbbell: 'gaps',
      multiples: 'small-charts',
      heat: 'table',
    },
    dimensions: { department: 'department', region: 'region', sector: 'sector', size: 'size' },
    chapter: 'chapter',
    score: 'score',
    dark: 'dark',
  },
};
