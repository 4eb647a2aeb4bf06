import { type AccountsConfig, readAccountsConfig } from './accounts-config.ts';
import {
  ConfigError,
  type Env,
  type ReadFile,
  isLoopback,
  readSecret,
  readText,
  readUrl,
  readVariable,
  valueOf,
} from './env.ts';
import { readReservieLinks } from './reservie-links.ts';
import type { ReservieLinks } from '#contract/gateway.ts';
import type { LogLevel } from '../http/request-log.ts';
import { DEFAULT_REQUESTS_PER_MINUTE } from '../reservie/sliding-window.ts';
import type { ReservieAccount } from '../reservie/transport.ts';

export interface GatewayConfig {
  /** Absent: demo data from the embedded sandbox. */
  reservie?: ReservieAccount;
  /** All staff together; 0 is no limit. */
  requestsPerMinute: number;
  /** IANA name. */
  timeZone: string;
  /** BCP 47 tag, in its canonical form. */
  locale: string;
  /** “Open in Reservie”. */
  links: ReservieLinks;
  host: string;
  port: number;
  /** Names that browsers may use for this gateway besides loopback's. */
  publicHosts: string[];
  demoCustomers: number;
  dataDir: string;
  logLevel: LogLevel;
  metricsToken?: string;
  /** The least role that may copy and export customers. */
  exportRole: ExportRole;
  accounts: AccountsConfig;
}

/** Reads docs/configuration.md's variables; an empty one counts as absent. @throws ConfigError */
export function readConfig(env: Env, readFile: ReadFile = readText): GatewayConfig {
  const reservie = readAccount(env, readFile);
  const dataDir = valueOf(env, 'DATA_DIR') ?? '.data';
  const accounts = readAccountsConfig(env, !reservie, dataDir, readFile);
  const { publicUrl } = accounts;
  const metricsToken = readMetricsToken(env, readFile);
  const host = readHost(env, !reservie, publicUrl);
  const publicName = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  return {
    ...(reservie && { reservie }),
    accounts,
    // The demo's sandbox sets no limit.
    requestsPerMinute: readVariable(env, RESERVIE_BUDGET) ?? (reservie ? DEFAULT_REQUESTS_PER_MINUTE : 0),
    host,
    timeZone: readTimeZone(env),
    locale: readLocale(env),
    links: readReservieLinks(env),
    port: readVariable(env, 'PORT') ?? 3000,
    publicHosts: [...readPublicHosts(env), ...publicName, host],
    demoCustomers: readVariable(env, 'DEMO_CUSTOMERS') ?? 2000,
    dataDir,
    logLevel: readVariable(env, 'LOG_LEVEL') ?? (reservie ? 'info' : 'warn'),
    exportRole: readVariable(env, 'EXPORT_ROLE') ?? 'desk',
    ...(metricsToken !== undefined && { metricsToken }),
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

function readAccount(env: Env, readFile: ReadFile): ReservieAccount | undefined {
  const known = new Set<string>(RESERVIE_VARIABLES).add(RESERVIE_BUDGET);
  const unknown = Object.keys(env).find((name) => name.startsWith('RESERVIE_') && !known.has(name));
  if (unknown !== undefined) {
    throw new ConfigError(`${unknown} is not a setting; there are ${[...known].join(', ')}.`);
  }
  if (RESERVIE_VARIABLES.every((name) => valueOf(env, name) === undefined)) return undefined;
  const clientSecret = readSecret(env, 'RESERVIE_CLIENT_SECRET', 'RESERVIE_CLIENT_SECRET_FILE', readFile);
  const clientId = valueOf(env, 'RESERVIE_CLIENT_ID');
  const missing = 'is missing: set all of RESERVIE_BASE_URL, RESERVIE_CLIENT_ID and RESERVIE_CLIENT_SECRET, or none.';
  const baseUrl = readUrl(env, 'RESERVIE_BASE_URL', 'the secret');
  if (!baseUrl) throw new ConfigError(`RESERVIE_BASE_URL ${missing}`);
  if (clientId === undefined) throw new ConfigError(`RESERVIE_CLIENT_ID ${missing}`);
  if (clientSecret === undefined) throw new ConfigError(`RESERVIE_CLIENT_SECRET ${missing}`);
  return { baseUrl: baseUrl.href, clientId, clientSecret };
}

/** Beyond this machine a studio needs TLS before it, and the demo an explicit switch: its buttons let any visitor in. */
function readHost(env: Env, isDemo: boolean, publicUrl: string | undefined): string {
  const host = valueOf(env, 'HOST') ?? '127.0.0.1';
  const isAllowed = readVariable(env, 'ALLOW_DEMO_ON_NETWORK') ?? false;
  if (isLoopback(host)) return host;
  if (isDemo && !isAllowed) {
    throw new ConfigError(
      'HOST opens the demo to the network, where its buttons let any visitor in: keep 127.0.0.1, or set ' +
        'ALLOW_DEMO_ON_NETWORK=true.',
    );
  }
  if (!isDemo && publicUrl === undefined) {
    throw new ConfigError(
      'HOST opens Studio Desk to the network: set PUBLIC_URL to the https:// address that staff use.',
    );
  }
  return host;
}

function readPublicHosts(env: Env): string[] {
  const names = readVariable(env, 'PUBLIC_HOSTS') ?? [];
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

/** One that the page's browsers know too: an unsupported tag would be written in the browser's own language. */
function readLocale(env: Env): string {
  const tag = valueOf(env, 'STUDIO_LOCALE') ?? 'en-GB';
  try {
    const [locale] = Intl.DateTimeFormat.supportedLocalesOf([tag]);
    if (locale !== undefined) return new Intl.Locale(locale).baseName;
  } catch {
    // Not even the shape of a tag: said below.
  }
  throw new ConfigError('STUDIO_LOCALE is not a language such as en-GB, en-US or de-DE.');
}

const SHORTEST_METRICS_TOKEN = 16;

function readMetricsToken(env: Env, readFile: ReadFile): string | undefined {
  const token = readSecret(env, 'METRICS_TOKEN', 'METRICS_TOKEN_FILE', readFile);
  if (token === undefined || token.length >= SHORTEST_METRICS_TOKEN) return token;
  throw new ConfigError(`METRICS_TOKEN must have at least ${SHORTEST_METRICS_TOKEN} characters.`);
}

/** Viewers see customers masked: there is nothing for them to export. */
type ExportRole = 'desk' | 'manager';
