import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));
const sources = files.filter((path) => /\.(ts|tsx|mjs|css)$/.test(path));
const pages = files.filter((path) => path.endsWith('.md'));

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function isBarrel(text: string): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
  const rest = code.replace(/export\s+(type\s+)?(\*|\{[^}]*\})[^;]*?\sfrom\s+['"][^'"]+['"];?/g, '');
  return code !== '' && rest.trim() === '';
}

test('no source file is longer than 300 lines', () => {
  const long = sources.map((path) => `${path}: ${read(path).trimEnd().split('\n').length}`);
  expect(long.filter((line) => Number(line.split(': ')[1]) > 300)).toEqual([]);
});

/** Files below 15 lines that are better apart, each with its reason. Others belong to the file that uses them. */
const SHORT: readonly [file: RegExp, reason: string][] = [
  [/^src\/routes\/.*\.tsx$/, 'an address is a file'],
  [/^server\/gateway\/store\/migrations\/\d{3}-/, 'a migration that has run is never touched again'],
  [/^scripts\/(ensure-browser|generate-route-tree)\.ts$/, 'a command'],
  [/^bench\/event-loop\/reservie\.ts$/, 'a process of its own'],
  [/^contract\/session-view\.ts$/, 'the directory worker reads it without loading zod'],
  [/^src\/features\/customers\/matching\/matching\.ts$/, 'all of a search, fetched as one file'],
  [/^src\/shared\/bookings\/date-block\.tsx$/, 'a part whose look is in index.html'],
  [/^src\/shared\/format\/number\.ts$/, 'its neighbours weigh on pages that need it alone'],
];

test('a file below 15 lines has a reason', () => {
  const short = sources.filter(
    (path) => /\.tsx?$/.test(path) && !/\.(test|spec)\./.test(path) && read(path).trimEnd().split('\n').length < 15,
  );
  expect(short.filter((path) => !SHORT.some(([file]) => file.test(path)))).toEqual([]);
  expect(SHORT.filter(([file]) => !short.some((path) => file.test(path))).map(([, reason]) => reason)).toEqual([]);
});

test('every class of a style sheet is used by a file that imports it', () => {
  const users = sources.filter((path) => /^src\/.*\.tsx?$/.test(path)).map(read);
  const unused = sources
    .filter((path) => path.endsWith('.module.css'))
    .flatMap((sheet) => {
      const own = users.filter((text) => text.includes(`/${basename(sheet)}'`)).join('\n');
      const rules = read(sheet).replace(/\/\*[\s\S]*?\*\//g, '');
      const names = new Set(matches(rules, /\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g));
      return [...names].filter((name) => !own.includes(`'${name}'`)).map((name) => `${sheet}: ${name}`);
    });
  expect(unused).toEqual([]);
});

test('folders are at most four deep below their part', () => {
  expect(sources.filter((path) => path.split('/').length > 6)).toEqual([]);
});

test('files are named for what they hold', () => {
  const empty = /(^|\/)(utils?|helpers?|misc|common|types|lib)(\.[\w.]+)?(\/|$)/;
  expect(sources.filter((path) => empty.test(path))).toEqual([]);
});

test('no file only passes on what others export', () => {
  expect(sources.filter((path) => isBarrel(read(path)))).toEqual([]);
});

test('prose, names and messages say who is meant', () => {
  const vague = /\b(?:somebody|someone|anybody|everybody|nobody|whoever)\b/i;
  const allowed = new Map([
    ['CONTRIBUTING.md', 'shows what not to write'],
    ['scripts/repo.test.ts', 'this rule'],
    ['server/gateway/testing/test-postgres.ts', 'an account of the system'],
    ['server/gateway/profile/confirmations.test.ts', 'a first name'],
    ['server/gateway/profile/settle-open-writes.test.ts', 'a first name'],
  ]);
  const found = [...sources, ...pages].filter((path) => vague.test(read(path)));
  expect(found.toSorted()).toEqual([...allowed.keys()].toSorted());
});

test('no check is switched off in place', () => {
  const pattern = /[eo](?:s|x)lint-disable|@ts-(?:ignore|nocheck|expect-error)/;
  expect(sources.filter((path) => pattern.test(read(path)))).toEqual([]);
});

test('no test is left out or singled out', () => {
  const tests = sources.filter((path) => /\.(test|spec)\.tsx?$/.test(path));
  expect(tests.filter((path) => /\b(test|it|describe)\.(only|skip|fixme|todo)\(/.test(read(path)))).toEqual([]);
});

test('every key handler leaves to an input method what belongs to it', () => {
  // Escape, Enter and arrows choose among what it proposes (src/shared/keyboard/single-keys.ts).
  const handlers = sources.filter((path) => path.startsWith('src/') && /event\.key\b/.test(read(path)));
  expect(handlers.length).toBeGreaterThan(2);
  expect(handlers.filter((path) => !/isComposing|isSingleKey/.test(read(path)))).toEqual([]);
});

test('every npm command named in the documentation exists', () => {
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
  const unknown = pages.flatMap((path) =>
    matches(read(path), /\bnpm run ([a-z][\w:-]*)/g)
      .filter((name) => scripts[name] === undefined)
      .map((name) => `${path}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
  expect(scripts).toMatchObject({ start: expect.any(String) as string, test: expect.any(String) as string });
});

test('every relative link in the documentation leads somewhere', () => {
  const dead = pages.flatMap((path) =>
    matches(read(path), /\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g)
      .filter((link) => !existsSync(join(dirname(path), decodeURI(link))))
      .map((link) => `${path}: ${link}`),
  );
  expect(dead).toEqual([]);
});

/** The comments of a source file, or the whole of a page. */
function readProse(path: string): string {
  return path.endsWith('.md')
    ? read(path)
    : (read(path).match(/(?<=^|\s)\/\*[\s\S]*?\*\/|(?<![:\w])\/\/.*/gm) ?? []).join('\n');
}

/** Files that are named and rightly not in the repository: made by a command, or by the reader. */
const MADE = new Set(['sandbox.json']);

test('every file that a comment or a page cites exists', () => {
  const cited =
    /(?<![\w./@${}*:>…-])(?:\.{1,2}\/)*((?:[\w$-]+\/)*\w[\w$.-]*\.(?:md|txt|tsx?|mjs|css|json|ya?ml))(?![\w/-])/g;
  const missing = [...sources, ...pages]
    // It shows what a check said of a file that was never kept.
    .filter((path) => !path.includes('/decisions/008'))
    .flatMap((path) =>
      matches(readProse(path), cited)
        .filter((name) => !MADE.has(name) && !files.some((file) => `/${file}`.endsWith(`/${name}`)))
        .map((name) => `${path}: ${name}`),
    );
  expect(missing).toEqual([]);
});

test('every heading that a comment cites stands on the page', () => {
  const missing = sources.flatMap((path) =>
    [...readProse(path).matchAll(/(docs\/[\w/-]+\.md),\s+(?:\*\s+)?"([^"]+)"/g)]
      .filter(([, page = '', heading = '']) => !existsSync(page) || !read(page).includes(`\n## ${heading}\n`))
      .map(([citation]) => `${path}: ${citation}`),
  );
  expect(missing).toEqual([]);
});

test('every shared part of the page says why it is not simply Mantine’s', () => {
  const record = read('docs/decisions/013-mantine-is-the-visual-language.md');
  const listed = matches(record, /^\| `([^`]+)` \|/gm);
  const drawn = sources.filter(
    (path) => /^src\/shared\/(ui\/.*\.tsx?|table\/.*\.tsx)$/.test(path) && !path.includes('.test.'),
  );
  expect(listed.toSorted()).toEqual(drawn.toSorted());
});
