import type { Config } from 'vega-lite';

export const themeNames = ['light', 'dark'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The one typeface of pictures and pages: `@fontsource/source-sans-3`, weights 400 and 600. */
export const fontFamily = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** Colours by role. Hues stay apart for colour-blind readers, and no reading rests on hue alone. */
export interface Theme {
  background: string;
  /** Text and interval lines. */
  ink: string;
  /** Secondary text: at least 4.5:1 on the background. */
  soft: string;
  /** Grid and inner borders. */
  faint: string;
  /** Ground of the row pointed at. */
  highlight: string;
  accent: string;
  /** The second colour: falls, breaks, warnings. */
  counter: string;
  /** Where no figure is given. */
  blank: string;
  /** Low to high. */
  sequential: readonly string[];
  /** From one side to the other, the middle neutral. */
  diverging: readonly string[];
  categorical: readonly string[];
}

/** Light and dark: teal and ochre, told apart under every common colour blindness. */
export const themes: Record<ThemeName, Theme> = {
  light: {
    background: '#fffdf9',
    ink: '#1f2328',
    soft: '#5a626b',
    faint: '#dfdcd4',
    highlight: '#f1ebdd',
    accent: '#0f766e',
    counter: '#b4530a',
    blank: '#ece9e2',
    sequential: ['#d9ece7', '#a9d5cc', '#6fb6ac', '#36918a', '#0f6b66', '#0a4347'],
    diverging: ['#0b5f5b', '#7cbcb2', '#dcd8cf', '#eab27a', '#a64b07'],
    categorical: [
      '#0f766e',
      '#b4530a',
      '#6d4aa8',
      '#a83a6b',
      '#6b6a1c',
      '#2f6bb3',
      '#6b4a33',
      '#5a626b',
    ],
  },
  dark: {
    background: '#15191d',
    ink: '#f0ede6',
    soft: '#a9b0b6',
    faint: '#363d44',
    highlight: '#242b31',
    accent: '#4cb8ab',
    counter: '#f09a4d',
    blank: '#2a3036',
    sequential: ['#214d50', '#286a69', '#318681', '#4ba69c', '#85cdc0', '#c8efe5'],
    diverging: ['#5cc7b8', '#2b7771', '#4a4f55', '#99602d', '#f3a35a'],
    categorical: [
      '#4cb8ab',
      '#f09a4d',
      '#b79af0',
      '#ef8fb8',
      '#cfca5e',
      '#82b4f2',
      '#cba78a',
      '#a9b0b6',
    ],
  },
};

const channels = (hex: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);

/** WCAG relative luminance of `#rrggbb`, 0–1. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Inks for figures on a fill: one of them always has 4.5:1. */
export const inks = ['#000000', '#ffffff'] as const;

/** The ink, black or white, that reads better on that fill. */
export function inkOn(fill: string): (typeof inks)[number] {
  return contrast(inks[0], fill) >= contrast(inks[1], fill) ? inks[0] : inks[1];
}

/** The Vega-Lite configuration shared by every specification. */
export function vegaConfig(name: ThemeName): Config {
  const theme = themes[name];
  return {
    background: theme.background,
    font: fontFamily,
    aria: false,
    view: { stroke: null },
    text: { color: theme.ink, fontSize: 14 },
  };
}
