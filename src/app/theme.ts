import {
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
  createTheme,
  defaultVariantColorsResolver,
} from '@mantine/core';
import classes from './theme.module.css';

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

/** The colours with a meaning, as `color="…"` takes them. */
const MEANINGS = new Set(['good', 'warn', 'bad', 'info']);

/** Quiet backgrounds (`light`) of a colour with a meaning are the same as those of our own styles, in light and dark. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const color = input.color ?? input.theme.primaryColor;
  if (input.variant !== 'light' || !(MEANINGS.has(color) || color === 'gray' || color === 'pine')) {
    return defaultVariantColorsResolver(input);
  }
  const name = color === 'pine' ? 'good' : color === 'gray' ? 'plain' : color;
  return {
    background: `var(--desk-${name}-soft)`,
    hover: `color-mix(in srgb, var(--desk-${name}-soft), var(--desk-${name}) 12%)`,
    color: `var(--desk-${name})`,
    border: '1px solid transparent',
  };
};

function look(name: string): string {
  return classes[name] ?? '';
}

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  colors: { pine, gray, dark, good: pine, warn: amber, bad: red, info: slate },
  variantColorResolver,
  black: '#24211e',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '650',
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
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Alert: {
      defaultProps: { variant: 'light', radius: 'md' },
      classNames: { title: look('alertTitle'), body: look('alertBody'), message: look('alertMessage') },
    },
    Anchor: { defaultProps: { underline: 'hover' } },
    Avatar: { defaultProps: { radius: 'xl', variant: 'light', color: 'pine' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', color: 'gray' },
      classNames: { root: look('badge'), label: look('badgeLabel') },
    },
    Button: { classNames: { root: look('button') } },
    Checkbox: { defaultProps: { size: 'sm', radius: 'xs' } },
    DataList: { classNames: { itemLabel: look('term') } },
    EmptyState: { defaultProps: { align: 'left', size: 'sm' }, classNames: { title: look('emptyTitle') } },
    InputWrapper: { classNames: { label: look('inputLabel'), description: look('inputDescription') } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Paper: { defaultProps: { radius: 'lg', withBorder: true }, classNames: { root: look('paper') } },
    Progress: { defaultProps: { size: 6, radius: 'xl' } },
    SegmentedControl: {
      defaultProps: { radius: 'md', size: 'sm', withItemsBorders: false },
      classNames: { root: look('segments'), indicator: look('segment'), label: look('segmentLabel') },
    },
    Table: {
      defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm', borderColor: 'var(--desk-border)' },
      classNames: { th: look('th') },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/**
 * Every colour that our own styles use, by meaning. Text colours reach AAA (7:1) for body text and AA for the quieter
 * ones, on `surface` and on `canvas`.
 */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--desk-bar-height': '3.5rem',
    '--desk-rail-width': '13rem',
    '--desk-content-width': '77.5rem',
    '--desk-row-height': '2.75rem',
    '--desk-transition': '120ms ease-out',
  },
  light: {
    '--mantine-color-body': '#faf9f7',
    '--mantine-color-dimmed': '#5f5a52',
    '--mantine-color-placeholder': '#716b63',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': 'var(--desk-border)',
    '--mantine-color-default-hover': 'var(--desk-surface-hover)',
    '--mantine-color-default': 'var(--desk-surface)',
    '--mantine-color-default-color': 'var(--desk-text)',
    '--mantine-color-text': 'var(--desk-text)',
    '--mantine-color-anchor': 'var(--desk-accent)',
    '--mantine-color-good-text': 'var(--desk-good)',
    '--mantine-color-warn-text': 'var(--desk-warn)',
    '--mantine-color-bad-text': 'var(--desk-bad)',
    '--mantine-color-info-text': 'var(--desk-info)',
    '--desk-canvas': '#faf9f7',
    '--desk-surface': '#ffffff',
    '--desk-surface-hover': '#f4f2ee',
    '--desk-border': '#e4e0d9',
    '--desk-border-strong': '#8d867c',
    '--desk-text': '#24211e',
    '--desk-text-quiet': '#5f5a52',
    '--desk-accent': '#1c6b54',
    '--desk-accent-soft': '#e9f5f0',
    '--desk-plain': '#57524b',
    '--desk-plain-soft': '#efede8',
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
    '--mantine-color-default-border': 'var(--desk-border)',
    '--mantine-color-default-hover': 'var(--desk-surface-hover)',
    '--mantine-color-default': 'var(--desk-surface)',
    '--mantine-color-default-color': 'var(--desk-text)',
    '--mantine-color-text': 'var(--desk-text)',
    '--mantine-color-anchor': 'var(--desk-accent)',
    '--mantine-color-good-text': 'var(--desk-good)',
    '--mantine-color-warn-text': 'var(--desk-warn)',
    '--mantine-color-bad-text': 'var(--desk-bad)',
    '--mantine-color-info-text': 'var(--desk-info)',
    '--desk-canvas': '#191816',
    '--desk-surface': '#211f1d',
    '--desk-surface-hover': '#2b2926',
    '--desk-border': '#393631',
    '--desk-border-strong': '#7d776e',
    '--desk-text': '#ece8e2',
    '--desk-text-quiet': '#b3ada4',
    '--desk-accent': '#7cc8a9',
    '--desk-accent-soft': '#1d3a30',
    '--desk-plain': '#cbc5bc',
    '--desk-plain-soft': '#33302c',
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
