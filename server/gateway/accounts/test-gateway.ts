import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '#contract/role.ts';
import { systemClock } from '#kit/clock.ts';
import { type Gateway, type GatewayDeps, buildGateway } from '../app.ts';
import { type TestStore, openTestStore } from '../store/open-test-store.ts';
import { findStaffByEmail } from '../store/staff.ts';
import { type Accounts, openAccounts } from './accounts.ts';

export const TEST_SECRET = 'a-secret-for-tests-of-32-characters';

/** What every browser sends with a request of our own page. */
export const OWN_PAGE = { 'sec-fetch-site': 'same-origin', host: 'localhost' };

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
        headers: { ...OWN_PAGE, ...(cookie !== '' && { cookie }), ...request.headers },
      });
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}

export interface TestGateway {
  app: Gateway;
  store: TestStore;
  /** As the gateway has them, to arrange what a test needs. */
  accounts: Accounts;
  /** A browser in which a member of staff with this role is signed in, always the same one. */
  signIn: (role: Role) => Promise<Browser>;
  close: () => Promise<void>;
}

/** A gateway on a store of its own. */
export async function startTestGateway(
  deps: Omit<GatewayDeps, 'store' | 'accounts'> & Partial<GatewayDeps>,
): Promise<TestGateway> {
  const store = await openTestStore();
  const app = await buildGateway({ store, accounts: { secret: TEST_SECRET }, ...deps });
  const accounts = await openAccounts({
    secret: TEST_SECRET,
    ...deps.accounts,
    store,
    clock: deps.clock ?? systemClock,
    isDemo: deps.mode === 'demo',
  });
  return {
    app,
    store,
    accounts,
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
      await app.close();
      await store.remove();
    },
  };
}
