import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { seedDatabase } from '../../server/sandbox/testing/seeded-database.ts';
import { type Stack, type StackOptions, startStack } from '../stack.ts';

export interface TestStack extends Pick<Stack, 'sandbox' | 'gateway'> {
  get: (path: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  /** Changes fields of a customer's profile the way our own page does. */
  save: (customerId: string, changes: object) => Promise<LightMyRequestResponse>;
  /** How often the sandbox was called, whatever came of it: `GET /customer/cust_123/profile`. */
  calls: (operation?: string) => number;
  /** Lets the gateway's clock go on: answers age, rests end. */
  pass: (ms: number) => void;
}

/** One file for all tests of a process. */
let seeded: Promise<string> | undefined;

/** A gateway before a sandbox, over HTTP, with a member of staff who is signed in; all end with the test. */
export async function startTestStack(options: StackOptions = {}): Promise<TestStack> {
  let passed = 0;
  const template = await (seeded ??= seedDatabase({ customers: 40 }));
  const clock = () => Date.now() + passed;
  const stack = await startStack({ template, timeoutMs: 1_500, isApiOnly: true, clock, ...options });
  onTestFinished(() => stack.close());
  const { sandbox, gateway } = stack;
  const calls: string[] = [];
  sandbox.app.server.on('request', ({ method, url }) => calls.push(`${method} ${url?.replace(/\?.*/, '')}`));
  const cookie = await signIn(gateway);
  return {
    sandbox,
    gateway,
    get: (url, headers = {}) => gateway.inject({ url, headers: { cookie, ...headers } }),
    save: (customerId, changes) =>
      gateway.inject({
        method: 'PATCH',
        url: `/api/customers/${customerId}/profile`,
        payload: changes,
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
      }),
    calls: (operation) => calls.filter((call) => operation === undefined || call === operation).length,
    pass: (ms) => (passed += ms),
  };
}

async function signIn(gateway: FastifyInstance): Promise<string> {
  const answer = await gateway.inject({
    method: 'POST',
    url: '/api/session/demo',
    payload: { role: 'desk' },
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin' },
  });
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
