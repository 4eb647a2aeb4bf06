import { parseArgs } from 'node:util';
import { DEFAULT_CUSTOMERS } from './app.ts';
import { DEFAULT_BUDGET } from './auth/request-budget.ts';
import { ALL_SCOPES, unknownScopes } from './auth/authorize.ts';

const DEFAULT_FILE = '.data/sandbox.db';
const DEFAULT_PORT = 4010;

export interface Options {
  port: number;
  file: string;
  customers: number;
  bookings: number | undefined;
  scopes: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  now: number | undefined;
  budget: number;
  isReset: boolean;
  isSeedOnly: boolean;
  isJson: boolean;
  isHelp: boolean;
}

/** A flag that makes no sense; the message is for the person who typed it. */
export class UsageError extends Error {}

export const HELP = `The Reservie sandbox: the documented API on believable data, on 127.0.0.1 only.

  npm run sandbox -- [flags]

Flags
  --port N         Port to listen on; 0 takes a free one. Default ${DEFAULT_PORT}.
  --file PATH      Data file, made and filled at the first start. Default ${DEFAULT_FILE}.
                   Edits stay in it. A later start does not fill it again.
  --customers N    Customers in a new data file. Default ${DEFAULT_CUSTOMERS}.
  --bookings N     Bookings in a new data file. Default 15 for each customer.
  --reset          Throw the data file away first: new data, new credentials.
  --seed-only      Make the data file and stop.
  --now INSTANT    Stop the studio's clock at this moment, such as 2026-03-01T09:00:00Z.
                   A new data file is filled relative to it.
  --scopes A,B     What the printed API client may do. Default: everything.
  --budget N       Requests a minute for each API client, 0 for no limit. Default ${DEFAULT_BUDGET}.
  --json           Print one line {"baseUrl","clientId","clientSecret","controlKey"} once it
                   listens, and nothing else.
  --help           Print this.

Using it
  Exchange the client id and secret at POST /token for an access token of one hour, then send it as
  Authorization: Bearer <token>. /docs describes every endpoint, /openapi.json does so for machines.
  /_control switches misbehaviour on and off; docs/sandbox.md says how.

Scopes
  ${wrap(ALL_SCOPES)}
`;

const flags = {
  port: { type: 'string' },
  file: { type: 'string' },
  customers: { type: 'string' },
  bookings: { type: 'string' },
  scopes: { type: 'string' },
  now: { type: 'string' },
  budget: { type: 'string' },
  reset: { type: 'boolean' },
  'seed-only': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line; throws UsageError with a sentence that names the flag. */
export function parseOptions(args: readonly string[]): Options {
  const values = readFlags(args);
  return {
    port: readInteger('--port', values.port, 0, 65_535) ?? DEFAULT_PORT,
    file: values.file ?? DEFAULT_FILE,
    customers: readInteger('--customers', values.customers, 1, 1_000_000) ?? DEFAULT_CUSTOMERS,
    bookings: readInteger('--bookings', values.bookings, 1, 10_000_000),
    scopes: readScopes(values.scopes),
    now: readInstant(values.now),
    budget: readInteger('--budget', values.budget, 0, 1_000_000) ?? DEFAULT_BUDGET,
    isReset: values.reset === true,
    isSeedOnly: values['seed-only'] === true,
    isJson: values.json === true,
    isHelp: values.help === true,
  };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unreadable command line', { cause: error });
  }
}

function readInteger(flag: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw new UsageError(`${flag} takes a whole number from ${min} to ${max}, not "${text}"`);
}

function readScopes(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const scopes = text
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean);
  const [unknown] = unknownScopes(scopes);
  if (unknown === undefined) return scopes;
  throw new UsageError(`--scopes does not know "${unknown}". There are: ${ALL_SCOPES.join(', ')}`);
}

function readInstant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(instant)) return instant;
  throw new UsageError(`--now takes a moment with its zone, such as 2026-03-01T09:00:00Z, not "${text}"`);
}

/** Breaks the list into lines of at most 90 characters. */
function wrap(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/(.{1,88})(?:\s|$)/g, '$1\n  ')
    .trimEnd();
}
