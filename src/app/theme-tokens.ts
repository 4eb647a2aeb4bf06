import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from '@mantine/core';

/** The one accent: a quiet pine green. Shade 8 on white and shade 4 on the dark surface both exceed 4.5:1. */
const pine: MantineColorsTuple = [
  '#edf7f3',
  '#dbeee6',
  '#b5dccb',
  '#8bc9ae',
  '#69b996',
  '#4fa884',
  '#3a9070',
  '#2a7a5d',
  '#1c6b54',
  '#135442',
];

/** Warm neutrals in place of the framework's cool greys. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#e9e6e1',
  '#dad6cf',
  '#c0bab0',
  '#99928a',
  '#716b63',
  '#57524b',
  '#3b3732',
  '#24211e',
];

const dark: MantineColorsTuple = [
  '#e6e2dc',
  '#bdb7ae',
  '#98928a',
  '#6d675f',
  '#4a4640',
  '#393631',
  '#2b2926',
  '#211f1d',
  '#191816',
  '#121110',
];

const amber: MantineColorsTuple = [
  '#fdf6e9',
  '#fdf0d8',
  '#f8dcae',
  '#f3c27a',
  '#e8a548',
  '#d18a26',
  '#a96a10',
  '#8f5703',
  '#7d4a00',
  '#5c3600',
];

const red: MantineColorsTuple = [
  '#fdf3f2',
  '#fce9e7',
  '#f7cbc7',
  '#ffaca4',
  '#ee7a70',
  '#dc5147',
  '#c93b30',
  '#b3261e',
  '#a3211a',
  '#7f1812',
];

const slate: MantineColorsTuple = [
  '#f2f5fb',
  '#e9eef8',
  '#cfdaf0',
  '#b3c6ee',
  '#8aa1d3',
  '#667fb4',
  '#516a9c',
  '#455c8a',
  '#3b4f78',
  '#2b3b5b',
];

/** What the page and its style sheet both know: the build writes the variables of the style sheet from it. */
export const tokens = {
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  colors: { pine, gray, dark, good: pine, warn: amber, bad: red, info: slate },
  black: '#24211e',
  fontFamily: 'system-ui, sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  shadows: {
    xs: '0 1px 2px rgb(36 33 30 / 6%)',
    sm: '0 1px 3px rgb(36 33 30 / 8%)',
    md: '0 4px 16px rgb(36 33 30 / 12%)',
    lg: '0 8px 28px rgb(36 33 30 / 16%)',
    xl: '0 16px 48px rgb(36 33 30 / 20%)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
} satisfies MantineThemeOverride;

/**
 * Every colour that our own styles use, by meaning, in light and in dark. Text colours reach AAA (7:1) for body text and AA
 * for the quieter ones, on `surface` and on `canvas`.
 */
const DESK_COLORS: Record<string, readonly [light: string, dark: string]> = {
  canvas: ['#faf9f7', '#191816'],
  surface: ['#ffffff', '#211f1d'],
  'surface-hover': ['#f4f2ee', '#2b2926'],
  border: ['#e4e0d9', '#393631'],
  'border-strong': ['#8d867c', '#7d776e'],
  text: ['#24211e', '#ece8e2'],
  'text-quiet': ['#5f5a52', '#b3ada4'],
  accent: ['#1c6b54', '#7cc8a9'],
  'accent-soft': ['#e9f5f0', '#1d3a30'],
  plain: ['#57524b', '#cbc5bc'],
  'plain-soft': ['#efede8', '#33302c'],
  good: ['#1c6b54', '#8ed3b6'],
  'good-soft': ['#e3f1eb', '#1d3a30'],
  warn: ['#7d4a00', '#f3c27a'],
  'warn-soft': ['#fdf0d8', '#3d2e14'],
  bad: ['#a3211a', '#ffaca4'],
  'bad-soft': ['#fce9e7', '#472320'],
  info: ['#3b4f78', '#b3c6ee'],
  'info-soft': ['#e9eef8', '#252f45'],
};

/** Which of them Mantine's own colours are. */
const MANTINE_COLORS: Record<string, string> = {
  body: 'canvas',
  dimmed: 'text-quiet',
  default: 'surface',
  'default-border': 'border',
  'default-color': 'text',
  'default-hover': 'surface-hover',
  text: 'text',
  anchor: 'accent',
  success: 'good',
  // Weekends in the calendar.
  'red-6': 'bad',
  'good-text': 'good',
  'warn-text': 'warn',
  'bad-text': 'bad',
  'info-text': 'info',
};

const FIELD_COLORS = [
  { placeholder: '#716b63', error: '#b3261e' },
  { placeholder: '#98928a', error: '#ff9d94' },
] as const;

function variablesOf(scheme: 0 | 1): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, own] of Object.entries(MANTINE_COLORS)) variables[`--mantine-color-${name}`] = `var(--desk-${own})`;
  for (const [name, value] of Object.entries(FIELD_COLORS[scheme])) variables[`--mantine-color-${name}`] = value;
  for (const [name, values] of Object.entries(DESK_COLORS)) variables[`--desk-${name}`] = values[scheme];
  return variables;
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--desk-bar-height': '3.5rem',
    '--desk-rail-width': '13rem',
    '--desk-content-width': '77.5rem',
    '--desk-row-height': '2.75rem',
    '--desk-transition': '120ms ease-out',
  },
  light: variablesOf(0),
  dark: variablesOf(1),
});
