import { DEFAULT_THEME, convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariablesResolver, tokens } from '../src/app/theme-tokens.ts';

/**
 * Mantine's variables and ours as a style sheet. Mantine would compute them in the browser, and send those of its own theme,
 * with a dozen palettes that nothing here uses, before.
 */
export function writeThemeVariables(): string {
  const theme = mergeMantineTheme(DEFAULT_THEME, tokens);
  const unused = Object.keys(DEFAULT_THEME.colors).filter((name) => !(name in tokens.colors));
  const palette = new RegExp(`^--mantine-color-(?:${unused.join('|')})-`);
  const [general, own] = [defaultCssVariablesResolver(theme), cssVariablesResolver(theme)];
  function variablesOf(scheme: 'variables' | 'light' | 'dark'): Record<string, string> {
    const used = Object.entries(general[scheme]).filter(([name]) => !palette.test(name));
    return { ...Object.fromEntries(used), ...own[scheme] };
  }
  const variables = { variables: variablesOf('variables'), light: variablesOf('light'), dark: variablesOf('dark') };
  return convertCssVariables(variables, ':root');
}

const ID = 'virtual:theme-variables.css';

/** `import 'virtual:theme-variables.css'` */
export function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (source) => (source === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? writeThemeVariables() : undefined),
  };
}
