import { type VariantColorsResolver, createTheme } from '@mantine/core';
import { tokens } from './theme-tokens.ts';

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

/** Small words that say what stands beside or below them. */
const LABEL = { color: 'var(--desk-text-quiet)', fontSize: 'var(--mantine-font-size-sm)', fontWeight: 600 };

export const theme = createTheme({
  ...tokens,
  variantColorResolver,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Alert: {
      defaultProps: { variant: 'light', radius: 'md' },
      styles: {
        title: { fontSize: 'var(--mantine-font-size-md)' },
        body: { gap: '0.25rem' },
        message: { overflow: 'visible', color: 'inherit', fontSize: 'var(--mantine-font-size-md)' },
      },
    },
    Anchor: { defaultProps: { underline: 'hover' } },
    Avatar: { defaultProps: { radius: 'xl', variant: 'light', color: 'pine' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', color: 'gray' },
      styles: {
        root: {
          height: 'auto',
          minHeight: '1.25rem',
          padding: '0.0625rem 0.4375rem',
          fontSize: 'var(--mantine-font-size-xs)',
          fontWeight: 600,
          lineHeight: 1.4,
          letterSpacing: 0,
          textTransform: 'none',
        },
        label: { overflow: 'visible' },
      },
    },
    Button: { styles: { root: { fontWeight: 600 } } },
    Checkbox: { defaultProps: { size: 'sm', radius: 'xs' } },
    DataList: { styles: { itemLabel: { color: LABEL.color } } },
    EmptyState: { defaultProps: { align: 'left', size: 'sm' }, styles: { title: { fontWeight: 600 } } },
    InputWrapper: {
      styles: {
        label: { marginBlockEnd: '0.25rem', fontWeight: 600 },
        description: { marginBlockEnd: '0.375rem', fontSize: 'var(--mantine-font-size-sm)' },
        error: { fontSize: 'var(--mantine-font-size-sm)' },
      },
    },
    Kbd: { styles: { root: { fontFamily: 'inherit', fontWeight: 500 } } },
    // Quiet numbers beside an item stay readable where the pointer is.
    Menu: { styles: { dropdown: { '--menu-item-hover': 'var(--desk-border)' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Paper: {
      defaultProps: { radius: 'lg', withBorder: true },
      styles: { root: { background: 'var(--desk-surface)', borderColor: 'var(--desk-border)' } },
    },
    Progress: { defaultProps: { size: 6, radius: 'xl' } },
    Table: {
      defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm', borderColor: 'var(--desk-border)' },
      styles: { th: LABEL },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});
