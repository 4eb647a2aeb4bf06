import { type VariantColorsResolver, createTheme } from '@mantine/core';
import { tokens } from './theme-tokens.ts';
import classes from './theme.module.css';

/** The colours with a meaning, as `color="…"` takes them, and what our own styles call them. */
const MEANINGS: Record<string, string> = {
  good: 'good',
  warn: 'warn',
  bad: 'bad',
  info: 'info',
  gray: 'plain',
  pine: 'good',
};

const EDGE = '1px solid transparent';
const CLEAR = 'transparent';

/**
 * The variants that we use, in the colours of the theme; Mantine's own resolver also computes with free colours and
 * gradients, and is left out of the build (scripts/lean-mantine.ts). Quiet backgrounds (`light`) are those of our own styles.
 */
const variantColorResolver: VariantColorsResolver = ({ color: given, theme, variant }) => {
  const color = given ?? theme.primaryColor;
  const own = MEANINGS[color] ?? 'plain';
  const named = `var(--mantine-color-${color}`;
  switch (variant) {
    case 'light':
      return {
        background: `var(--desk-${own}-soft)`,
        hover: `color-mix(in srgb, var(--desk-${own}-soft), var(--desk-${own}) 12%)`,
        color: `var(--desk-${own})`,
        border: EDGE,
      };
    case 'outline':
      return {
        background: CLEAR,
        hover: `${named}-outline-hover)`,
        color: `${named}-outline)`,
        border: `1px solid ${named}-outline)`,
      };
    case 'subtle':
      return { background: CLEAR, hover: `${named}-light-hover)`, color: `${named}-light-color)`, border: EDGE };
    case 'transparent':
      return { background: CLEAR, hover: CLEAR, color: `${named}-light-color)`, border: EDGE };
    case 'default':
      return {
        background: 'var(--mantine-color-default)',
        hover: 'var(--mantine-color-default-hover)',
        color: 'var(--mantine-color-default-color)',
        border: '1px solid var(--mantine-color-default-border)',
      };
    default:
      return {
        background: `${named}-filled)`,
        hover: `${named}-filled-hover)`,
        color: 'var(--mantine-color-white)',
        border: EDGE,
      };
  }
};

function look(name: string): string {
  return classes[name] ?? '';
}

export const theme = createTheme({
  ...tokens,
  variantColorResolver,
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
    Table: {
      defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm', borderColor: 'var(--desk-border)' },
      classNames: { th: look('th') },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});
