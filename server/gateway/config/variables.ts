import { list, oneOf, onOrOff, text, wholeNumber } from './variable-kinds.ts';

/**
 * Every environment variable of the gateway: what its text is parsed to, what holds when it is absent, and what it means.
 * docs/configuration.md is written from this table (`npm run configuration`), and nothing else can be read (env.ts).
 */
export const VARIABLES = {
  RESERVIE_BASE_URL: {
    value: text(),
    fallback: 'none: demo data',
    meaning:
      "Address of the Reservie API, as shown to the account's owner when the API client is made. " +
      '`https://`, or `http://` on loopback.',
  },
  RESERVIE_CLIENT_ID: {
    value: text(),
    fallback: 'none',
    meaning: "The API client's id.",
  },
  RESERVIE_CLIENT_SECRET: {
    value: text(),
    fallback: 'none',
    meaning: "The API client's secret. It never leaves the gateway: no answer, page or log line holds it.",
  },
  RESERVIE_CLIENT_SECRET_FILE: {
    value: text(),
    fallback: 'none',
    meaning: 'Instead of the line above: a file that holds the secret, such as `/run/secrets/reservie`.',
  },
  RESERVIE_REQUESTS_PER_MINUTE: {
    value: wholeNumber(1, 10_000),
    fallback: '`100`; demo data: no limit',
    meaning:
      'How many calls Reservie may get in any sixty seconds from all staff and all processes together, 1 to ' +
      '10,000. Set it to what Reservie grants the API client. [caching.md](caching.md) says how it is ' +
      'shared.',
  },
  STUDIO_TIME_ZONE: {
    value: text(),
    fallback: '`Europe/London`',
    meaning: "The studio's zone. Reservie sends many times without one; they mean this.",
  },
  STUDIO_LOCALE: {
    value: text(),
    fallback: '`en-GB`',
    meaning:
      'How dates, numbers and money are written and typed, and on which day a week begins, on every screen ' +
      'and whatever the browser’s language: a tag such as `en-GB`, `en-US`, `de-DE`. The words themselves ' +
      'stay English.',
  },
  OPEN_IN_RESERVIE_CUSTOMER: {
    value: text(),
    fallback: 'none',
    meaning:
      'Where Reservie shows a customer, for “Open in Reservie”: an `https://` address with `{customerId}` ' +
      "in it. Reservie's API names no addresses, so copy one from your own Reservie and put the place " +
      'holder where the id stands. Without it there is no link.',
  },
  OPEN_IN_RESERVIE_PURCHASE: {
    value: text(),
    fallback: 'none',
    meaning: 'The same for a purchase of bookings: `{customerId}`, `{transactionId}`.',
  },
  OPEN_IN_RESERVIE_CLASS: {
    value: text(),
    fallback: 'none',
    meaning: 'The same for a class on one date: `{eventId}`, `{dateId}`.',
  },
  OPEN_IN_RESERVIE_APPOINTMENT: {
    value: text(),
    fallback: 'none',
    meaning: 'The same for an appointment: `{customerId}`, `{appointmentId}`.',
  },
  OPEN_IN_RESERVIE_SUBSCRIPTION: {
    value: text(),
    fallback: 'none',
    meaning: 'The same for a subscription: `{customerId}`, `{mandateId}`.',
  },
  OPEN_IN_RESERVIE_PASS: {
    value: text(),
    fallback: 'none',
    meaning: 'The same for a pass that was bought: `{customerId}`, `{packageId}`.',
  },
  HOST: {
    value: text(),
    fallback: '`127.0.0.1`',
    meaning: 'Address to listen on.',
  },
  PORT: {
    value: wholeNumber(0, 65_535),
    fallback: '`3000`',
    meaning: 'Port to listen on. `0` takes a free one.',
  },
  PUBLIC_HOSTS: {
    value: list(),
    fallback: 'none',
    meaning:
      'Names that browsers use for this server besides `localhost`, separated by commas, without port: ' +
      '`desk.example.com`. Requests under any other name are refused.',
  },
  PUBLIC_URL: {
    value: text(),
    fallback: 'none',
    meaning:
      'Where staff find Studio Desk: `https://desk.example.com`, without a path; `http://` on loopback. Its ' +
      'name joins `PUBLIC_HOSTS`; with `https://` cookies are `Secure`. Needed for OpenID, and for any ' +
      'other `HOST` than loopback.',
  },
  TRUSTED_PROXIES: {
    value: list(),
    fallback: 'none',
    meaning:
      'Addresses or networks of the proxies before this server, separated by commas: `10.0.0.1, ' +
      '10.1.0.0/16`. Only they are believed about where a request comes from (`X-Forwarded-For`).',
  },
  ALLOW_DEMO_ON_NETWORK: {
    value: onOrOff(),
    fallback: '`false`',
    meaning:
      'The demo’s buttons let any visitor in, so with demo data any other `HOST` than loopback is refused. ' +
      '`true` allows it.',
  },
  AUTH_SECRET: {
    value: text(),
    fallback: 'made by the demo',
    meaning:
      'Signs the cookies of staff and encrypts the secrets of their two-factor apps; at least 32 ' +
      'characters, such as `openssl rand -base64 32` prints. Required with a Reservie account. The same for ' +
      'all processes of one studio. To change it, move the old one to `AUTH_SECRET_FORMER`: staff sign in ' +
      'again, and their two-factor apps go on working.',
  },
  AUTH_SECRET_FILE: {
    value: text(),
    fallback: 'none',
    meaning: 'Instead of the line above: a file that holds it.',
  },
  AUTH_SECRET_FORMER: {
    value: text(),
    fallback: 'none',
    meaning:
      'Secrets that `AUTH_SECRET` was before, the newest first, with commas between. What they encrypted ' +
      '(two-factor apps, backup codes) can still be read; new data use `AUTH_SECRET` only. Keep them for as ' +
      'long as such data may be left.',
  },
  AUTH_SECRET_FORMER_FILE: {
    value: text(),
    fallback: 'none',
    meaning: 'Instead of the line above: a file that holds them.',
  },
  DATABASE_URL: {
    value: text(),
    fallback: 'none: a file in `DATA_DIR`',
    meaning: 'PostgreSQL, such as `postgres://desk:password@db/desk`. Needed for more than one process.',
  },
  DATABASE_URL_FILE: {
    value: text(),
    fallback: 'none',
    meaning: 'Instead of the line above: a file that holds it.',
  },
  SESSION_IDLE_MINUTES: {
    value: wholeNumber(5, 1440),
    fallback: '`120`',
    meaning: 'A session that is not used ends after this long; 5 to 1440.',
  },
  RECORD_DAYS: {
    value: wholeNumber(30, 3650),
    fallback: '`1095`',
    meaning: 'How long the record of who did what is kept; 30 to 3650.',
  },
  VERSION_DAYS: {
    value: wholeNumber(30, 3650),
    fallback: '`730`',
    meaning: 'How long earlier versions of a profile are kept; the newest of each customer stays. 30 to 3650.',
  },
  VANISHED_DAYS: {
    value: wholeNumber(30, 3650),
    fallback: '`90`',
    meaning:
      'A customer whom Reservie’s list has not named for so long is forgotten: what was kept about them becomes a ' +
      'tombstone; 30 to 3650.',
  },
  SESSION_HOURS: {
    value: wholeNumber(1, 168),
    fallback: '`12`',
    meaning: 'Every session ends after this long; 1 to 168.',
  },
  OPENID_ISSUER: {
    value: text(),
    fallback: 'none',
    meaning:
      'Address of the studio’s OpenID provider, such as `https://login.example.com`. Register `PUBLIC_URL` ' +
      '+ `/api/auth/callback/studio` there as redirect address.',
  },
  OPENID_CLIENT_ID: {
    value: text(),
    fallback: 'none',
    meaning: 'The client’s id at the provider.',
  },
  OPENID_CLIENT_SECRET: {
    value: text(),
    fallback: 'none',
    meaning: 'The client’s secret; it is sent in the body of the token request (`client_secret_post`).',
  },
  OPENID_CLIENT_SECRET_FILE: {
    value: text(),
    fallback: 'none',
    meaning: 'Instead of the line above: a file that holds it.',
  },
  OPENID_NAME: {
    value: text(),
    fallback: 'the issuer’s name',
    meaning: 'What the sign-in page calls the provider.',
  },
  OPENID_TRUST_EMAIL: {
    value: onOrOff(),
    fallback: '`false`',
    meaning:
      '`true` for a provider that never sends `email_verified` and where users cannot choose their own address ' +
      '(Microsoft Entra with one tenant).',
  },
  DEMO_CUSTOMERS: {
    value: wholeNumber(1, 1_000_000),
    fallback: '`2000`',
    meaning: 'How many customers new demo data have. `npm run reset` throws the old ones away.',
  },
  DATA_DIR: {
    value: text(),
    fallback: '`.data`',
    meaning: "Folder of the demo's data.",
  },
  LOG_LEVEL: {
    value: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    fallback: '`warn` with demo data, `info` with an account',
    meaning:
      '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. Logs are JSON lines on standard ' +
      'output, without personal data.',
  },
  EXPORT_ROLE: {
    value: oneOf(['desk', 'manager']),
    fallback: '`desk`',
    meaning:
      'The least role that may copy and export customers from the list: `desk` or `manager`. Each export is ' +
      'recorded in the history.',
  },
  METRICS_TOKEN: {
    value: text(),
    fallback: 'none: no metrics',
    meaning: 'At least 16 characters. Prometheus sends it as a bearer token to read `/metrics`.',
  },
  METRICS_TOKEN_FILE: {
    value: text(),
    fallback: 'none',
    meaning: 'Instead of the line above: a file that holds it.',
  },
} as const;

export type VariableName = keyof typeof VARIABLES;

/** The table of docs/configuration.md. */
export function tabulateVariables(): string {
  const rows = Object.entries(VARIABLES).map(
    ([name, { fallback, meaning }]) => `| \`${name}\` | ${fallback} | ${meaning} |`,
  );
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
