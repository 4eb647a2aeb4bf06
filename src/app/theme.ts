import { type CSSVariablesResolver, type MantineColorsTuple, createTheme } from '@mantine/core';

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

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  colors: { pine, gray, dark },
  black: '#24211e',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.25' } } },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/**
 * Every colour that our own styles use, by meaning. Text colours reach AAA (7:1) for body text and AA for the quieter
 * ones, on `surface` and on `canvas`.
 */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--desk-rail-width': '5.5rem',
    '--desk-content-width': '80rem',
    '--desk-row-height': '2.75rem',
    '--desk-transition': '120ms ease-out',
  },
  light: {
    '--mantine-color-body': '#faf9f7',
    '--mantine-color-dimmed': '#5f5a52',
    '--mantine-color-placeholder': '#716b63',
    '--mantine-color-error': '#b3261e',
    '--desk-canvas': '#faf9f7',
    '--desk-surface': '#ffffff',
    '--desk-surface-hover': '#f4f2ee',
    '--desk-border': '#e4e0d9',
    '--desk-border-strong': '#8d867c',
    '--desk-text': '#24211e',
    '--desk-text-quiet': '#5f5a52',
    '--desk-accent': '#1c6b54',
    '--desk-accent-soft': '#e3f1eb',
    '--desk-good': '#1c6b54',
    '--desk-good-soft': '#e3f1eb',
    '--desk-warn': '#7d4a00',
    '--desk-warn-soft': '#fdf0d8',
    '--desk-bad': '#a3211a',
    '--desk-bad-soft': '#fce9e7',
    '--desk-info': '#3b4f78',
    '--desk-info-soft': '#e9eef8',
  },
  dark: {
    '--mantine-color-body': '#191816',
    '--mantine-color-dimmed': '#b3ada4',
    '--mantine-color-placeholder': '#98928a',
    '--mantine-color-error': '#ff9d94',
    '--desk-canvas': '#191816',
    '--desk-surface': '#211f1d',
    '--desk-surface-hover': '#2b2926',
    '--desk-border': '#393631',
    '--desk-border-strong': '#7d776e',
    '--desk-text': '#ece8e2',
    '--desk-text-quiet': '#b3ada4',
    '--desk-accent': '#7cc8a9',
    '--desk-accent-soft': '#1d3a30',
    '--desk-good': '#8ed3b6',
    '--desk-good-soft': '#1d3a30',
    '--desk-warn': '#f3c27a',
    '--desk-warn-soft': '#3d2e14',
    '--desk-bad': '#ffaca4',
    '--desk-bad-soft': '#472320',
    '--desk-info': '#b3c6ee',
    '--desk-info-soft': '#252f45',
  },
});
