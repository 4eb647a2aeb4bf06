import { createHmac } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '#contract/role.ts';
import { Session } from '#contract/session.ts';
import { systemClock } from '#kit/clock.ts';
import { type Gateway, type GatewayDeps, buildGateway } from '../app.ts';
import { openTestStore } from './open-test-store.ts';
import { findStaffByEmail } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import { type Accounts, openAccounts } from '../accounts/accounts.ts';
import type { Passwords } from '../accounts/limit-hashes.ts';
import { hashToken } from '../accounts/secrets.ts';

export const TEST_SECRET = 'a-secret-for-tests-of-32-characters';

/** What every browser sends with a request of our own page. */
const OWN_PAGE = { 'sec-fetch-site': 'same-origin', host: 'localhost' };

export interface Browser {
  /** As a browser would: with the cookies it was given, from a page of ours. */
  ask: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  cookies: Map<string, string>;
}

/** A browser with a jar of its own for cookies. */
export function openBrowser(app: Gateway, options: { ip?: string } = {}): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (request) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({
        ...request,
        ...(options.ip !== undefined && { remoteAddress: options.ip }),
        headers: withoutAbsent({ ...OWN_PAGE, ...(cookie !== '' && { cookie }), ...request.headers }),
      });
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}

/** A test leaves a header of ours out by setting it to undefined. */
function withoutAbsent(headers: NonNullable<InjectOptions['headers']>): NonNullable<InjectOptions['headers']> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

/** Quick, and good enough for what is forgotten in a minute. */
const passwords: Passwords = {
  hash: (password) => Promise.resolve(hashToken(password)),
  verify: ({ hash, password }) => Promise.resolve(hash === hashToken(password)),
};

export const PASSWORD = 'correct horse battery';

export interface TestGateway {
  app: Gateway;
  store: Store;
  /** As the gateway has them, to arrange what a test needs. */
  accounts: Accounts;
  /** Makes a member of staff who signs in with `PASSWORD`. @returns their id. */
  hire: (email: string, role?: Role) => Promise<string>;
  /** A browser in which a member of staff with this role is signed in, always the same one. */
  signIn: (role: Role) => Promise<Browser>;
  close: () => Promise<void>;
}

/** Signs in by password. */
export function enter(browser: Browser, email: string, password = PASSWORD): Promise<LightMyRequestResponse> {
  return browser.ask({ method: 'POST', url: '/api/session', payload: { email, password } });
}

/** The e-mail address of the signed-in user, or null. */
export async function whoIs(browser: Browser): Promise<string | null> {
  const { staff } = Session.parse((await browser.ask({ url: '/api/session' })).json());
  return staff?.email ?? null;
}

/** A gateway on a store of its own; without an upstream unless one is given. */
export async function startTestGateway(deps: Partial<GatewayDeps> = {}): Promise<TestGateway> {
  const own = await openTestStore();
  const store = deps.store && 'db' in deps.store ? deps.store : own;
  const app = await buildGateway({
    reservie: () => undefined,
    mode: 'live',
    timeZone: 'Europe/London',
    ...deps,
    store,
    accounts: { secret: TEST_SECRET, passwords, ...deps.accounts },
  });
  const accounts = await openAccounts({
    secret: TEST_SECRET,
    passwords,
    ...deps.accounts,
    store,
    clock: deps.clock ?? systemClock,
    isDemo: deps.mode === 'demo',
  });
  return {
    app,
    store,
    accounts,
    hire: (email, role = 'desk') => accounts.newcomers.add({ name: email, email, password: PASSWORD, role }),
    signIn: async (role) => {
      const browser = openBrowser(app);
      const email = `${role}@studio.example`;
      const { id } = (await findStaffByEmail(store, email)) ?? {
        id: await accounts.newcomers.add({ name: `The ${role}`, email, role }),
      };
      const { headers } = await accounts.auth.api.signInAs({ body: { userId: id }, returnHeaders: true });
      for (const line of headers.getSetCookie()) {
        const [name = '', value = ''] = line.replace(/;.*$/, '').split('=');
        browser.cookies.set(name, value);
      }
      return browser;
    },
    close: async () => {
      accounts.close();
      await app.close();
      await own.remove();
    },
  };
}

/** What an authenticator app shows (RFC 6238), reckoned here on its own; `shift` steps of 30 s later. */
export function appCode(uri: string, shift = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + shift));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
