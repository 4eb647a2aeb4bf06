import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { expect, test } from 'vitest';
import page from '../../index.html?raw';
import { cssVariablesResolver, tokens } from './theme-tokens.ts';

const { light, dark } = cssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, tokens));

/** What the outline sets under a selector. */
function variablesUnder(selector: string): [name: string, value: string][] {
  const from = page.indexOf(`${selector} {`);
  const block = page.slice(from, page.indexOf('}', from));
  return [...block.matchAll(/(--desk-[\w-]+): (.+);/g)].map(([, name = '', value = '']) => [name, value]);
}

test.each([
  [':root[data-mantine-color-scheme]', light],
  [":root[data-mantine-color-scheme='dark']", dark],
])('the outline has the theme’s colours under %s', (selector, variables) => {
  const outline = variablesUnder(selector);
  expect(outline.length).toBeGreaterThan(8);
  expect(outline).toEqual(
    outline.map(([name]) => [name, Object.entries(variables).find(([own]) => own === name)?.[1]]),
  );
});

test('of the outline only the list’s search box takes the focus: the gateway puts rows with links into it', () => {
  const outline = /<!--shell-->([^]*)<!--\/shell-->/.exec(page)?.[1] ?? '';
  expect(outline).toContain('<main class="outline-main">');
  const others = outline.replace(/<input\s+type="search"[^>]*>/, '').replaceAll(/<a [^>]*tabindex="-1">/g, '');
  expect(others).not.toMatch(/<(?:a|button|input|select|textarea)\b|tabindex/);
});
