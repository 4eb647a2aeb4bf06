import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { ConfigError } from './env.ts';

const ACCOUNT = {
  RESERVIE_BASE_URL: 'https://api.example.com/m2m',
  RESERVIE_CLIENT_ID: 'm2m_1',
  RESERVIE_CLIENT_SECRET: 'very-secret',
  AUTH_SECRET: 'very-secret-and-32-characters-long',
};

const OPENID = {
  OPENID_ISSUER: 'https://login.example.com',
  OPENID_CLIENT_ID: 'desk',
  OPENID_CLIENT_SECRET: 'very-secret',
  PUBLIC_URL: 'https://desk.example.com',
};

test('nothing set means demo data on loopback', () => {
  expect(readConfig({})).toEqual({
    requestsPerMinute: 0,
    timeZone: 'Europe/London',
    locale: 'en-GB',
    links: {},
    host: '127.0.0.1',
    port: 3000,
    publicHosts: ['127.0.0.1'],
    demoCustomers: 2000,
    exportRole: 'desk',
    dataDir: '.data',
    logLevel: 'warn',
    accounts: {
      database: { file: '.data/demo-desk.db' },
      formerSecrets: [],
      trustedProxies: [],
      keptDays: { record: 1095, versions: 730, vanished: 90 },
      idleMs: 2 * 60 * 60_000,
      absoluteMs: 12 * 60 * 60_000,
    },
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

test.each([
  ['', 'en-GB'],
  ['en-us', 'en-US'],
  ['de', 'de'],
  // Another calendar would not be the one that dates are typed in.
  ['th-TH-u-ca-buddhist', 'th-TH'],
])('STUDIO_LOCALE=%s means %s', (tag, locale) => {
  expect(readConfig({ STUDIO_LOCALE: tag }).locale).toBe(locale);
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

test('the demo is served to the network only on demand', () => {
  const config = readConfig({ HOST: '0.0.0.0', ALLOW_DEMO_ON_NETWORK: 'true', PUBLIC_HOSTS: 'desk.local, a.b' });
  expect(config).toMatchObject({ host: '0.0.0.0', publicHosts: ['desk.local', 'a.b', '0.0.0.0'] });
});

test('a studio is served to the network where TLS ends before it', () => {
  const config = readConfig({ ...ACCOUNT, HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example.com/' });
  expect(config).toMatchObject({
    publicHosts: ['desk.example.com', '0.0.0.0'],
    accounts: {
      publicUrl: 'https://desk.example.com',
      database: { file: '.data/desk.db' },
      authSecret: 'very-secret-and-32-characters-long',
    },
  });
});

test('secrets that were used before are taken, the newest first', () => {
  const [newest, oldest] = ['very-secret-and-32-characters-new-', 'very-secret-and-32-characters-old-'];
  const { accounts } = readConfig({ ...ACCOUNT, AUTH_SECRET_FORMER: `${newest}, ${oldest}` });
  expect(accounts.formerSecrets).toEqual([newest, oldest]);
  expect(readConfig(ACCOUNT).accounts.formerSecrets).toEqual([]);
});

test('a database, proxies, limits of sessions and an OpenID provider are taken', () => {
  const { accounts } = readConfig({
    ...ACCOUNT,
    ...OPENID,
    OPENID_NAME: 'Example',
    DATABASE_URL: 'postgres://desk:very-secret@db/desk',
    TRUSTED_PROXIES: '10.0.0.1, 2001:db8::/32',
    SESSION_IDLE_MINUTES: '30',
    SESSION_HOURS: '8',
  });
  expect(accounts).toMatchObject({
    database: { url: 'postgres://desk:very-secret@db/desk' },
    trustedProxies: ['10.0.0.1', '2001:db8::/32'],
    idleMs: 30 * 60_000,
    absoluteMs: 8 * 60 * 60_000,
    openId: {
      issuer: 'https://login.example.com/',
      clientId: 'desk',
      clientSecret: 'very-secret',
      name: 'Example',
      isEmailTrusted: false,
    },
  });
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
  ['STUDIO_LOCALE', { STUDIO_LOCALE: 'British English' }],
  ['STUDIO_LOCALE', { STUDIO_LOCALE: 'xx-YY' }],
  ['STUDIO_LOCALE', { STUDIO_LOCALE: 'en_GB' }],
  ['PORT', { PORT: '80a' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '-1' }],
  ['HOST', { HOST: '0.0.0.0' }],
  ['HOST', { HOST: '127.0.0.1.example.com' }],
  ['HOST', { ...ACCOUNT, HOST: '0.0.0.0', ALLOW_DEMO_ON_NETWORK: 'true' }],
  ['ALLOW_DEMO_ON_NETWORK', { HOST: '0.0.0.0', ALLOW_DEMO_ON_NETWORK: 'yes' }],
  ['AUTH_SECRET', { ...ACCOUNT, AUTH_SECRET: '' }],
  ['AUTH_SECRET', { ...ACCOUNT, AUTH_SECRET: 'very-secret' }],
  ['AUTH_SECRET_FORMER', { ...ACCOUNT, AUTH_SECRET_FORMER: 'very-secret' }],
  ['AUTH_SECRET_FORMER', { ...ACCOUNT, AUTH_SECRET_FORMER: 'very-secret-and-32-characters-old, very-secret' }],
  ['AUTH_SECRET_FORMER_FILE', { ...ACCOUNT, AUTH_SECRET_FORMER_FILE: '/nowhere/x' }],
  ['AUTH_SECRET_FILE', { ...ACCOUNT, AUTH_SECRET: '', AUTH_SECRET_FILE: '/nowhere/x' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'desk.example.com' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'http://desk.example.com' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://example.com/desk' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://desk:very-secret@db/desk' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'all' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '0.0.0.0/0' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/33' }],
  ['SESSION_IDLE_MINUTES', { SESSION_IDLE_MINUTES: '1' }],
  ['SESSION_IDLE_MINUTES', { SESSION_IDLE_MINUTES: '120', SESSION_HOURS: '1' }],
  ['SESSION_HOURS', { SESSION_HOURS: '1000' }],
  ['OPENID_ISSUER', { ...OPENID, OPENID_ISSUER: '' }],
  ['OPENID_ISSUER', { ...OPENID, OPENID_ISSUER: 'http://login.example.com' }],
  ['OPENID_CLIENT_ID', { ...OPENID, OPENID_CLIENT_ID: '' }],
  ['OPENID_CLIENT_SECRET', { ...OPENID, OPENID_CLIENT_SECRET: '' }],
  ['OPENID_TRUST_EMAIL', { ...OPENID, OPENID_TRUST_EMAIL: 'perhaps' }],
  ['PUBLIC_URL', { ...OPENID, PUBLIC_URL: '' }],
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
