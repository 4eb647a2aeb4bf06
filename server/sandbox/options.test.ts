import { expect, test } from 'vitest';
import { ALL_SCOPES } from './auth/authorize.ts';
import { HELP, UsageError, parseOptions } from './options.ts';

test('no flags: 2,000 customers, a hundred requests a minute, a file below .data', () => {
  expect(parseOptions([])).toEqual({
    port: 4010,
    file: '.data/sandbox.db',
    customers: 2000,
    bookings: undefined,
    scopes: undefined,
    now: undefined,
    budget: 100,
    isReset: false,
    isSeedOnly: false,
    isJson: false,
    isHelp: false,
  });
});

test('every flag', () => {
  const line =
    '--port 0 --file /tmp/x.db --customers 5 --bookings 50 --scopes customers:read,profile:read ' +
    '--now 2026-03-01T09:00:00Z --budget 0 --reset --seed-only --json --help';
  expect(parseOptions(line.split(' '))).toEqual({
    port: 0,
    file: '/tmp/x.db',
    customers: 5,
    bookings: 50,
    scopes: ['customers:read', 'profile:read'],
    now: Date.parse('2026-03-01T09:00:00Z'),
    budget: 0,
    isReset: true,
    isSeedOnly: true,
    isJson: true,
    isHelp: true,
  });
});

test.each([
  [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000"'],
  [['--customers', 'many'], '--customers takes a whole number from 1 to 1000000, not "many"'],
  [['--scopes', 'profile:read,all'], '--scopes does not know "all"'],
  [['--now', 'yesterday'], '--now takes a moment with its zone'],
  [['--now', '2026-03-01T09:00:00'], '--now takes a moment with its zone'],
  [['--now', '2026-13-01T09:00:00Z'], '--now takes a moment with its zone'],
  [['--verbose'], "Unknown option '--verbose'"],
  [['stray'], 'Unexpected argument'],
])('%j is refused with a sentence that names it', (args, sentence) => {
  expect(() => parseOptions(args)).toThrow(UsageError);
  expect(() => parseOptions(args)).toThrow(sentence);
});

test('the help names every flag and every scope', () => {
  for (const flag of Object.keys(parseOptions([]))) {
    const name = flag
      .replace(/^is/, '')
      .replace(/[A-Z]/g, (letter, at: number) => (at ? '-' : '') + letter.toLowerCase());
    expect(HELP).toContain(`--${name}`);
  }
  for (const scope of ALL_SCOPES) expect(HELP).toContain(scope);
  expect(HELP.split('\n').filter((line) => line.length > 100)).toEqual([]);
});
