import type { ReservieLinks } from '#contract/gateway.ts';
import { ConfigError, type Env, valueOf } from './env.ts';

/** Each kind of link, its variable, and the ids that its address may name. */
const KINDS = [
  { kind: 'customer', variable: 'OPEN_IN_RESERVIE_CUSTOMER', ids: ['customerId'] },
  { kind: 'purchase', variable: 'OPEN_IN_RESERVIE_PURCHASE', ids: ['customerId', 'transactionId'] },
  { kind: 'class', variable: 'OPEN_IN_RESERVIE_CLASS', ids: ['eventId', 'dateId'] },
  { kind: 'appointment', variable: 'OPEN_IN_RESERVIE_APPOINTMENT', ids: ['customerId', 'appointmentId'] },
  { kind: 'subscription', variable: 'OPEN_IN_RESERVIE_SUBSCRIPTION', ids: ['customerId', 'mandateId'] },
  { kind: 'pass', variable: 'OPEN_IN_RESERVIE_PASS', ids: ['customerId', 'packageId'] },
] as const;

/** Where Reservie’s own pages are: its API names no addresses, so that each studio says so itself. @throws ConfigError */
export function readReservieLinks(env: Env): ReservieLinks {
  const links: ReservieLinks = {};
  for (const { kind, variable, ids } of KINDS) {
    const template = valueOf(env, variable);
    if (template === undefined) continue;
    const named = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
    const unknown = named.find((name) => !ids.some((id) => id === name));
    const bare = template.replaceAll(/\{\w+\}/g, 'x');
    if (unknown !== undefined || named.length === 0 || !/^https:\/\/[^\s{}]+$/.test(bare) || !URL.canParse(bare)) {
      const places = ids.map((id) => `{${id}}`).join(', ');
      throw new ConfigError(`${variable} must be an https:// address with ${places} in it, and no other braces.`);
    }
    links[kind] = template;
  }
  return links;
}
