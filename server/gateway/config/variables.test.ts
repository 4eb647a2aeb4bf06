import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, readVariable } from './env.ts';
import { tabulateVariables } from './variables.ts';

test('docs/configuration.md has the table as it is: `npm run configuration` writes it', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toContain(`\n\n${tabulateVariables()}\n\n`);
});

test.each([
  ['PORT', '8080', 8080],
  ['PORT', ' 0 ', 0],
  ['PORT', '', undefined],
  ['ALLOW_DEMO_ON_NETWORK', 'true', true],
  ['ALLOW_DEMO_ON_NETWORK', 'false', false],
  ['PUBLIC_HOSTS', ' a.example , ,b.example,', ['a.example', 'b.example']],
  ['EXPORT_ROLE', 'manager', 'manager'],
  ['LOG_LEVEL', 'silent', 'silent'],
] as const)('%s=%j is read as %j', (name, text, value) => {
  expect(readVariable({ [name]: text }, name)).toEqual(value);
});

test.each([
  ['PORT', '65536', 'PORT must be a whole number from 0 to 65535.'],
  ['PORT', '-1', 'PORT must be a whole number from 0 to 65535.'],
  ['PORT', '1e3', 'PORT must be a whole number from 0 to 65535.'],
  ['PORT', '12345678901', 'PORT must be a whole number from 0 to 65535.'],
  ['ALLOW_DEMO_ON_NETWORK', 'yes', 'ALLOW_DEMO_ON_NETWORK must be true or false.'],
  ['EXPORT_ROLE', 'viewer', 'EXPORT_ROLE must be desk or manager.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace or silent.'],
] as const)('%s=%j stops the start with a sentence', (name, text, sentence) => {
  expect(() => readVariable({ [name]: text }, name)).toThrow(new ConfigError(sentence));
});
