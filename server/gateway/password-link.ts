import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '#kit/clock.ts';
import { makePasswordLink } from './accounts/password-links.ts';
import { passwordLinkChanges } from './audit/call-rules.ts';
import { type GatewayConfig, readConfig } from './config/config.ts';
import { ConfigError } from './config/env.ts';
import { Problem } from './http/problem.ts';
import { appendHistory } from './store/history.ts';
import { openStore } from './store/open-store.ts';
import { findStaffByEmail } from './store/staff.ts';
import type { Store } from './store/store.ts';

const USAGE = 'Say for whom: npm run password-link -- mo@example.com [--without-two-factor]';

/** There is no link, and the message is one sentence that says why. */
class NoLink extends Error {}

interface Order {
  email: string;
  turnsTwoFactorOff: boolean;
}

// For the operator of the server, when no manager can make a link: the same configuration, the same store.
try {
  const order = readOrder(process.argv.slice(2));
  const config = readConfig(process.env);
  const store = await open(config);
  try {
    process.stdout.write(`${await makeLink(store, config, order)}\n`);
  } finally {
    await store.close();
  }
} catch (error) {
  const isExpected = error instanceof NoLink || error instanceof ConfigError || error instanceof Problem;
  if (!isExpected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function readOrder(args: string[]): Order {
  try {
    const options = { 'without-two-factor': { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [email, ...more] = positionals;
    if (email !== undefined && more.length === 0) return { email, turnsTwoFactorOff: values['without-two-factor'] };
  } catch {
    // An option that there is not.
  }
  throw new NoLink(USAGE);
}

async function open({ accounts: { database } }: GatewayConfig): Promise<Store> {
  // Opening a file that is not there would make one, and after a typing error in DATA_DIR it would be empty.
  if ('file' in database && !existsSync(database.file)) {
    throw new NoLink(`There is no database at ${database.file}: is DATA_DIR the one that Studio Desk runs with?`);
  }
  try {
    return await openStore(database);
  } catch (cause) {
    throw new NoLink('The database cannot be opened: is DATABASE_URL the one that Studio Desk runs with?', { cause });
  }
}

async function makeLink(store: Store, config: GatewayConfig, { email, turnsTwoFactorOff }: Order): Promise<string> {
  const member = await findStaffByEmail(store, email);
  if (!member) throw new NoLink('No member of staff has this e-mail address.');
  const { path } = await makePasswordLink(store, systemClock, member, { turnsTwoFactorOff });
  const changes = passwordLinkChanges(turnsTwoFactorOff);
  const entry = { action: 'printPasswordLink', isRead: false, subject: member.email, changes, result: 'done' } as const;
  await appendHistory(store, [{ ...entry, at: systemClock() }]);
  return `${config.accounts.publicUrl ?? `http://localhost:${config.port}`}${path}`;
}
