import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const ACCOUNT = {
  RESERVIE_BASE_URL: 'https://api.example.com/m2m',
  RESERVIE_CLIENT_ID: 'm2m_1',
  RESERVIE_CLIENT_SECRET: 'very-secret',
};

test('nothing set means demo data on loopback', () => {
  expect(readConfig({})).toEqual({
    requestsPerMinute: 0,
    timeZone: 'Europe/London',
    host: '127.0.0.1',
    port: 3000,
    publicHosts: ['127.0.0.1'],
    demoCustomers: 2000,
    dataDir: '.data',
    logLevel: 'warn',
  });
});

test('a whole account is taken', () => {
  expect(readConfig({ ...ACCOUNT, PORT: '8080', STUDIO_TIME_ZONE: 'Europe/Madrid' })).toMatchObject({
    reservie: { baseUrl: 'https://api.example.com/m2m', clientId: 'm2m_1', clientSecret: 'very-secret' },
    port: 8080,
    requestsPerMinute: 100,
    timeZone: 'Europe/Madrid',
    logLevel: 'info',
  });
});

test('the secret may stand in a file', () => {
  const env = { ...ACCOUNT, RESERVIE_CLIENT_SECRET: '', RESERVIE_CLIENT_SECRET_FILE: '/run/secrets/reservie' };
  const config = readConfig(env, (path) => (path === '/run/secrets/reservie' ? 'from-file\n' : ''));
  expect(config.reservie?.clientSecret).toBe('from-file');
});

test('plain http is for loopback only', () => {
  const env = { ...ACCOUNT, RESERVIE_BASE_URL: 'http://127.0.0.1:4010' };
  expect(readConfig(env).reservie?.baseUrl).toBe('http://127.0.0.1:4010/');
});

test('the network is served only on demand', () => {
  const config = readConfig({
    HOST: '0.0.0.0',
    ALLOW_NETWORK_WITHOUT_SIGN_IN: 'true',
    PUBLIC_HOSTS: 'desk.local, a.b',
  });
  expect(config).toMatchObject({ host: '0.0.0.0', publicHosts: ['desk.local', 'a.b', '0.0.0.0'] });
});

test.each<[string, Record<string, string>]>([
  ['RESERVIE_BASE_URL', { RESERVIE_CLIENT_ID: 'x', RESERVIE_CLIENT_SECRET: 'very-secret' }],
  ['RESERVIE_CLIENT_ID', { ...ACCOUNT, RESERVIE_CLIENT_ID: ' ' }],
  ['RESERVIE_CLIENT_SECRET', { ...ACCOUNT, RESERVIE_CLIENT_SECRET: '' }],
  ['RESERVIE_CLIENT_SECRET_FILE', { ...ACCOUNT, RESERVIE_CLIENT_SECRET_FILE: '/x' }],
  [
    'RESERVIE_CLIENT_SECRET_FILE',
    { ...ACCOUNT, RESERVIE_CLIENT_SECRET: '', RESERVIE_CLIENT_SECRET_FILE: '/nowhere/x' },
  ],
  ['RESERVIE_BASE_URL', { ...ACCOUNT, RESERVIE_BASE_URL: 'api.example.com' }],
  ['RESERVIE_BASE_URL', { ...ACCOUNT, RESERVIE_BASE_URL: 'http://api.example.com' }],
  ['RESERVIE_BASE_URL', { ...ACCOUNT, RESERVIE_BASE_URL: 'https://user:pw@api.example.com' }],
  ['RESERVIE_BASE_URL', { ...ACCOUNT, RESERVIE_BASE_URL: 'https://api.example.com/?key=1' }],
  ['RESERVIE_BASE_URL', { ...ACCOUNT, RESERVIE_BASE_URL: 'ftp://127.0.0.1' }],
  ['RESERVIE_SECRET', { ...ACCOUNT, RESERVIE_SECRET: 'x' }],
  ['STUDIO_TIME_ZONE', { STUDIO_TIME_ZONE: 'London' }],
  ['PORT', { PORT: '80a' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '-1' }],
  ['HOST', { HOST: '0.0.0.0' }],
  ['HOST', { HOST: '127.0.0.1.example.com' }],
  ['ALLOW_NETWORK_WITHOUT_SIGN_IN', { HOST: '0.0.0.0', ALLOW_NETWORK_WITHOUT_SIGN_IN: 'yes' }],
  ['PUBLIC_HOSTS', { PUBLIC_HOSTS: 'https://desk.example.com' }],
  ['PUBLIC_HOSTS', { PUBLIC_HOSTS: 'desk.example.com:443' }],
  ['DEMO_CUSTOMERS', { DEMO_CUSTOMERS: '0' }],
  ['DEMO_CUSTOMERS', { DEMO_CUSTOMERS: 'many' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
])('a wrong %s stops the start with a sentence that names it: %j', (name, env) => {
  let message = '';
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) ({ message } = error);
  }
  expect(message.startsWith(`${name} `) || message.includes(`${name},`)).toBe(true);
  expect(message.trim().endsWith('.')).toBe(true);
  expect(message).not.toContain('very-secret');
});

test('the request budget is a number of calls a minute, and makes no account by itself', () => {
  expect(readConfig({ ...ACCOUNT, RESERVIE_REQUESTS_PER_MINUTE: '40' }).requestsPerMinute).toBe(40);
  expect(readConfig({ RESERVIE_REQUESTS_PER_MINUTE: '40' })).toMatchObject({ requestsPerMinute: 40 });
  expect(readConfig({ RESERVIE_REQUESTS_PER_MINUTE: '40' })).not.toHaveProperty('reservie');
  for (const wrong of ['0', '-1', 'many', '1e2']) {
    expect(() => readConfig({ RESERVIE_REQUESTS_PER_MINUTE: wrong })).toThrow(/RESERVIE_REQUESTS_PER_MINUTE must be/);
  }
});

function namesIn(path: string, pattern: RegExp): Set<string | undefined> {
  const text = readFileSync(join(import.meta.dirname, path), 'utf8');
  return new Set(Array.from(text.matchAll(pattern), ([, name]) => name));
}

test('docs/configuration.md describes every variable, and no other', () => {
  const used = namesIn('config.ts', /'([A-Z]+(?:_[A-Z]+)*)'/g);
  expect(namesIn('../../docs/configuration.md', /^\| `([A-Z_]+)`/gm)).toEqual(used);
});
