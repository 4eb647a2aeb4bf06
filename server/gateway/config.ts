import { readFileSync } from 'node:fs';
import type { LogLevel } from './request-log.ts';
import { DEFAULT_REQUESTS_PER_MINUTE } from './reservie/ledger.ts';
import type { ReservieAccount } from './reservie/transport.ts';

export interface GatewayConfig {
  /** Absent: demo data from the embedded sandbox. */
  reservie?: ReservieAccount;
  /** All staff together; 0 is no limit. */
  requestsPerMinute: number;
  /** IANA name. */
  timeZone: string;
  host: string;
  port: number;
  /** Names that browsers may use for this gateway besides loopback's. */
  publicHosts: string[];
  demoCustomers: number;
  dataDir: string;
  logLevel: LogLevel;
}

/** The configuration makes no sense. The message is one sentence that names the variable, and never shows a secret. */
export class ConfigError extends Error {}

export type Env = Readonly<Record<string, string | undefined>>;

/** Reads docs/configuration.md's variables; an empty one counts as absent. @throws ConfigError */
export function readConfig(env: Env, readFile: (path: string) => string = readText): GatewayConfig {
  const reservie = readAccount(env, readFile);
  const host = readHost(env);
  return {
    ...(reservie && { reservie }),
    // The demo's sandbox sets no limit.
    requestsPerMinute: readInteger(env, RESERVIE_BUDGET, reservie ? DEFAULT_REQUESTS_PER_MINUTE : 0, 1, 10_000),
    host,
    timeZone: readTimeZone(env),
    port: readInteger(env, 'PORT', 3000, 0, 65_535),
    publicHosts: [...readPublicHosts(env), host],
    demoCustomers: readInteger(env, 'DEMO_CUSTOMERS', 2000, 1, 1_000_000),
    dataDir: valueOf(env, 'DATA_DIR') ?? '.data',
    logLevel: readLogLevel(env) ?? (reservie ? 'info' : 'warn'),
  };
}

const RESERVIE_VARIABLES = [
  'RESERVIE_BASE_URL',
  'RESERVIE_CLIENT_ID',
  'RESERVIE_CLIENT_SECRET',
  'RESERVIE_CLIENT_SECRET_FILE',
] as const;

/** Says something about an account, and does not make one. */
const RESERVIE_BUDGET = 'RESERVIE_REQUESTS_PER_MINUTE';

function readAccount(env: Env, readFile: (path: string) => string): ReservieAccount | undefined {
  const known = new Set<string>(RESERVIE_VARIABLES).add(RESERVIE_BUDGET);
  const unknown = Object.keys(env).find((name) => name.startsWith('RESERVIE_') && !known.has(name));
  if (unknown !== undefined) {
    throw new ConfigError(`${unknown} is not a setting; there are ${[...known].join(', ')}.`);
  }
  const [baseUrl, clientId, secret, secretFile] = RESERVIE_VARIABLES.map((name) => valueOf(env, name));
  if (secret !== undefined && secretFile !== undefined) {
    throw new ConfigError('Set RESERVIE_CLIENT_SECRET or RESERVIE_CLIENT_SECRET_FILE, not both.');
  }
  if ([baseUrl, clientId, secret, secretFile].every((value) => value === undefined)) return undefined;
  const missing = 'is missing: set all of RESERVIE_BASE_URL, RESERVIE_CLIENT_ID and RESERVIE_CLIENT_SECRET, or none.';
  if (baseUrl === undefined) throw new ConfigError(`RESERVIE_BASE_URL ${missing}`);
  if (clientId === undefined) throw new ConfigError(`RESERVIE_CLIENT_ID ${missing}`);
  const clientSecret = secretFile === undefined ? secret : readSecretFile(secretFile, readFile);
  if (clientSecret === undefined) throw new ConfigError(`RESERVIE_CLIENT_SECRET ${missing}`);
  return { baseUrl: checkBaseUrl(baseUrl), clientId, clientSecret };
}

function readSecretFile(path: string, readFile: (path: string) => string): string {
  let content: string;
  try {
    content = readFile(path).trim();
  } catch (cause) {
    throw new ConfigError(`RESERVIE_CLIENT_SECRET_FILE names ${path}, which cannot be read.`, { cause });
  }
  if (content === '') throw new ConfigError(`RESERVIE_CLIENT_SECRET_FILE names ${path}, which is empty.`);
  return content;
}

function checkBaseUrl(text: string): string {
  if (!URL.canParse(text)) throw new ConfigError('RESERVIE_BASE_URL is not a URL such as https://api.example.com.');
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe)
    throw new ConfigError('RESERVIE_BASE_URL must begin with https://, or the secret would travel in the open.');
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigError('RESERVIE_BASE_URL must have no user name, query or fragment in it.');
  }
  return url.href;
}

function readHost(env: Env): string {
  const host = valueOf(env, 'HOST') ?? '127.0.0.1';
  const allow = valueOf(env, 'ALLOW_NETWORK_WITHOUT_SIGN_IN');
  if (allow !== undefined && allow !== 'true' && allow !== 'false') {
    throw new ConfigError('ALLOW_NETWORK_WITHOUT_SIGN_IN must be true or false.');
  }
  if (isLoopback(host) || allow === 'true') return host;
  throw new ConfigError(
    'HOST opens Studio Desk to the network, where anyone could read and change customers, because there is no sign-in ' +
      'yet: keep 127.0.0.1, or set ALLOW_NETWORK_WITHOUT_SIGN_IN=true if something else guards it.',
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function readPublicHosts(env: Env): string[] {
  const names = (valueOf(env, 'PUBLIC_HOSTS') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const wrong = names.find((name) => !/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/i.test(name));
  if (wrong === undefined) return names;
  throw new ConfigError(
    'PUBLIC_HOSTS takes names such as desk.example.com, separated by commas, without port or https://.',
  );
}

function readTimeZone(env: Env): string {
  const timeZone = valueOf(env, 'STUDIO_TIME_ZONE') ?? 'Europe/London';
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new ConfigError(`STUDIO_TIME_ZONE is not a time zone such as Europe/London.`, { cause });
  }
}

const LOG_LEVELS = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const satisfies readonly LogLevel[];

function readLogLevel(env: Env): LogLevel | undefined {
  const text = valueOf(env, 'LOG_LEVEL');
  const level = LOG_LEVELS.find((name) => name === text);
  if (text !== undefined && level === undefined)
    throw new ConfigError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

function readInteger(env: Env, name: string, fallback: number, min: number, max: number): number {
  const text = valueOf(env, name);
  if (text === undefined) return fallback;
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= min && number <= max) return number;
  throw new ConfigError(`${name} must be a whole number from ${min} to ${max}.`);
}

function valueOf(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
