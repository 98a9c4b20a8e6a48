import type { TopLevelSpec } from 'vega-lite';
import type { Flag } from '../contract/vocabulary.ts';
import type { Language } from '../format/language.ts';
import type { Provenance } from '../format/wording.ts';
import type { ThemeName } from './theme.ts';

/** How a chart is to be drawn. Sizes are pixels of the whole picture. */
export interface ChartOptions {
  language: Language;
  theme: ThemeName;
  width: number;
  /** The picture's height; without it, as tall as the figures need. */
  height?: number;
  /** Title, source and notice inside the picture (a file that leaves) or outside it (a page). */
  framed: boolean;
  provenance: Provenance;
}

/** A figure of a chart as a number, with what it rests on: what the check before publishing looks at. */
export interface ChartFigure {
  /** Null when it is withheld. */
  value: number | null;
  /** Respondents; null where there is none, as for published aggregates. */
  base: number | null;
  interval: readonly [number, number] | null;
  flag: Flag;
  /** `exact` for what is counted or has its uncertainty elsewhere (a score, in its ranks); `published`, without base. */
  kind: 'estimate' | 'exact' | 'published';
}

/** The chart's figures as text, complete, for readers and for those who do not see the picture. */
export interface ChartTable {
  caption: string;
  columns: readonly { label: string; numeric: boolean }[];
  rows: readonly (readonly string[])[];
  figures: readonly ChartFigure[];
  /** Words of the changes of question between the editions shown, which forbid to compare them; none without any. */
  breaks: readonly string[];
}

/** The words around a plot. */
export interface ChartWords {
  title: string;
  subtitle: string;
  /** One figure read out, with its interval and base. */
  reading: string;
  /** Alternative text: kind of chart, what it shows, what stands out. */
  description: string;
  source: string;
  /** Said first when the figures are not the survey's own. */
  notice: string | null;
  /** Cautions to print below: bases, rows left out. */
  notes: readonly string[];
  /** The survey's own words among them, French whatever the chart's language. */
  surveyWords: readonly string[];
}

export interface Chart extends ChartWords {
  /** A finished Vega-Lite 6 specification, its data inside. */
  spec: TopLevelSpec;
  table: ChartTable;
  width: number;
  height: number;
  /** Whether the picture shows every row; when not, a note says how many it leaves to the table. */
  whole: boolean;
}
