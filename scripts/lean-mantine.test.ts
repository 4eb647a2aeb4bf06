import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEFT_OUT } from './lean-mantine.ts';
import { writeThemeVariables } from './theme-variables.ts';

const MANTINE = 'node_modules/@mantine/core/esm';
const HOOKS = 'node_modules/@mantine/hooks/esm';

function filesUnder(folder: string, ends: RegExp): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => ends.test(name)).map((name) => `${folder}/${name}`);
}

const sources = filesUnder('src', /\.tsx?$/).map((file) => readFileSync(file, 'utf8'));

test('what is left out of Mantine is there to be left out', () => {
  const modules = [MANTINE, HOOKS].flatMap((folder) => filesUnder(folder, /\.mjs$/));
  for (const [importer, parts] of Object.entries(LEFT_OUT)) {
    const importers = modules.filter((file) => file.endsWith(`/${importer}`));
    const text = importers.map((file) => readFileSync(file, 'utf8')).join('\n');
    for (const part of Object.keys(parts)) expect(text, `${importer} imports ${part}`).toContain(`/${part}"`);
  }
});

test('the page uses nothing of what is left out', () => {
  const uses =
    /\b(?:Button|ActionIcon|Avatar)\.Group\b|\bTable\.ScrollContainer\b|withCloseButton|<Avatar[^>]*(?:\/>|\sname=|"initials")|gradient=|\bclearable\b|Input\.(?:Placeholder|ClearButton|Success)|\bsuccess=|<(?:Date|Month|Year)\w*Input\b/;
  expect(sources.filter((source) => uses.test(source))).toEqual([]);
});

test('each variable that a style sheet of ours takes from Mantine has a value', () => {
  const imported = new Set(sources.flatMap((text) => text.match(/@mantine\/\w+\/styles[/\w-]*\.layer\.css/g) ?? []));
  expect(imported.size).toBeGreaterThan(20);
  const sheets = [...[...imported].map((name) => `node_modules/${name}`), ...filesUnder('src', /\.css$/)].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const known = writeThemeVariables();
  const isKnown = (name: string) => [known, ...sheets].some((sheet) => sheet.includes(`${name}:`));
  const mantines = readFileSync('node_modules/@mantine/core/styles/default-css-variables.layer.css', 'utf8');
  const missing = sheets
    .flatMap((sheet) => [...sheet.matchAll(/var\((--mantine-[\w-]+)\)/g)].map(([, name = '']) => name))
    .filter((name) => mantines.includes(`${name}:`) && !isKnown(name));
  expect([...new Set(missing)]).toEqual([]);
});
