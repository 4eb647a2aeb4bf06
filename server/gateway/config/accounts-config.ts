import { isIP } from 'node:net';
import { join } from 'node:path';
import type { OpenIdOptions } from '../accounts/auth.ts';
import { ConfigError, type Env, type ReadFile, readSecret, readUrl, readVariable, valueOf } from './env.ts';
import type { RetentionDays } from '../store/retention.ts';
import type { DatabaseOptions } from '../store/store.ts';

export interface AccountsConfig {
  database: DatabaseOptions;
  /** Absent in the demo only, which makes its own. */
  authSecret?: string;
  /** Used before `authSecret`, the newest first. */
  formerSecrets: string[];
  /** Without a slash at its end. */
  publicUrl?: string;
  trustedProxies: string[];
  keptDays: RetentionDays;
  idleMs: number;
  absoluteMs: number;
  openId?: OpenIdOptions;
}

const MINUTE_MS = 60_000;
const SHORTEST_SECRET = 32;

/** The part of docs/configuration.md that is about staff and where their data are. @throws ConfigError */
export function readAccountsConfig(env: Env, isDemo: boolean, dataDir: string, readFile: ReadFile): AccountsConfig {
  const authSecret = readAuthSecret(env, isDemo, readFile);
  const publicUrl = readPublicUrl(env);
  const openId = readOpenId(env, publicUrl, readFile);
  const idleMs = (readVariable(env, 'SESSION_IDLE_MINUTES') ?? 120) * MINUTE_MS;
  const absoluteMs = (readVariable(env, 'SESSION_HOURS') ?? 12) * 60 * MINUTE_MS;
  if (idleMs > absoluteMs) throw new ConfigError('SESSION_IDLE_MINUTES is longer than SESSION_HOURS.');
  return {
    database: readDatabase(env, isDemo, dataDir, readFile),
    ...(authSecret !== undefined && { authSecret }),
    formerSecrets: readFormerSecrets(env, readFile),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(openId && { openId }),
    trustedProxies: readTrustedProxies(env),
    keptDays: {
      record: readVariable(env, 'RECORD_DAYS') ?? 1095,
      versions: readVariable(env, 'VERSION_DAYS') ?? 730,
      vanished: readVariable(env, 'VANISHED_DAYS') ?? 90,
    },
    idleMs,
    absoluteMs,
  };
}

function readAuthSecret(env: Env, isDemo: boolean, readFile: ReadFile): string | undefined {
  const secret = readSecret(env, 'AUTH_SECRET', 'AUTH_SECRET_FILE', readFile);
  if (secret === undefined && !isDemo) {
    throw new ConfigError('AUTH_SECRET is missing: set it to what `openssl rand -base64 32` prints, and keep it.');
  }
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    throw new ConfigError(`AUTH_SECRET must have at least ${SHORTEST_SECRET} characters.`);
  }
  return secret;
}

function readFormerSecrets(env: Env, readFile: ReadFile): string[] {
  const text = readSecret(env, 'AUTH_SECRET_FORMER', 'AUTH_SECRET_FORMER_FILE', readFile) ?? '';
  const secrets = text.split(/[\s,]+/).filter(Boolean);
  if (secrets.every((secret) => secret.length >= SHORTEST_SECRET)) return secrets;
  throw new ConfigError(
    `AUTH_SECRET_FORMER takes secrets of at least ${SHORTEST_SECRET} characters, with commas between.`,
  );
}

function readPublicUrl(env: Env): string | undefined {
  const url = readUrl(env, 'PUBLIC_URL', 'passwords');
  if (url && url.pathname !== '/') throw new ConfigError('PUBLIC_URL must end after the name, without a path.');
  return url?.origin;
}

/** The demo has a file of its own, so that its staff never turn up in a real studio. */
function readDatabase(env: Env, isDemo: boolean, dataDir: string, readFile: ReadFile): DatabaseOptions {
  const url = readSecret(env, 'DATABASE_URL', 'DATABASE_URL_FILE', readFile);
  if (url === undefined) return { file: join(dataDir, isDemo ? 'demo-desk.db' : 'desk.db') };
  if (/^postgres(?:ql)?:\/\//.test(url)) return { url };
  throw new ConfigError('DATABASE_URL must begin with postgres://; without it the data are in a file in DATA_DIR.');
}

function readTrustedProxies(env: Env): string[] {
  const proxies = readVariable(env, 'TRUSTED_PROXIES') ?? [];
  if (proxies.every(isNetwork)) return proxies;
  throw new ConfigError(
    'TRUSTED_PROXIES takes addresses or networks such as 10.0.0.1 or 10.0.0.0/8, with commas between.',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  // A network that holds every address would believe any client.
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

const OPENID_VARIABLES = [
  'OPENID_ISSUER',
  'OPENID_CLIENT_ID',
  'OPENID_CLIENT_SECRET',
  'OPENID_CLIENT_SECRET_FILE',
] as const;

function readOpenId(env: Env, publicUrl: string | undefined, readFile: ReadFile): OpenIdOptions | undefined {
  if (OPENID_VARIABLES.every((name) => valueOf(env, name) === undefined)) return undefined;
  const missing = 'is missing: set all of OPENID_ISSUER, OPENID_CLIENT_ID and OPENID_CLIENT_SECRET, or none.';
  const issuer = readUrl(env, 'OPENID_ISSUER', 'the secret');
  if (!issuer) throw new ConfigError(`OPENID_ISSUER ${missing}`);
  const clientId = valueOf(env, 'OPENID_CLIENT_ID');
  if (clientId === undefined) throw new ConfigError(`OPENID_CLIENT_ID ${missing}`);
  const clientSecret = readSecret(env, 'OPENID_CLIENT_SECRET', 'OPENID_CLIENT_SECRET_FILE', readFile);
  if (clientSecret === undefined) throw new ConfigError(`OPENID_CLIENT_SECRET ${missing}`);
  if (publicUrl === undefined)
    throw new ConfigError('PUBLIC_URL is missing: OpenID has to know where to send people back to.');
  return {
    issuer: issuer.href,
    clientId,
    clientSecret,
    name: valueOf(env, 'OPENID_NAME') ?? issuer.hostname,
    isEmailTrusted: readVariable(env, 'OPENID_TRUST_EMAIL') ?? false,
  };
}
