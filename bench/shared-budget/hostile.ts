import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the hostile member's process is told. */
export interface Target {
  url: string;
  cookie: string;
  /** Through ids that do not exist, or through all customers. */
  walk: 'strangers' | 'customers';
  customers: readonly string[];
  seconds: number;
}

/** What it tells at its end. */
export interface Attacked {
  asked: number;
  answered: number;
}

/** A crowd that a browser alone can make: so many requests at a time, without a pause. */
const AT_ONCE = 20;
const LANES = ['interactive', 'background', 'prefetch'];

// A signed-in member of staff, or a stolen session: walks through ids, in every lane. A process of its own, whose work must not count as the gateway's.
const [target] = (await once(process, 'message')) as [Target];
const until = Date.now() + target.seconds * 1000;
const attacked: Attacked = { asked: 0, answered: 0 };
while (Date.now() < until) {
  await Promise.all(Array.from({ length: AT_ONCE }, attack));
  await sleep(10);
}
process.send?.(attacked);
process.disconnect();

async function attack(): Promise<void> {
  const { url, cookie, walk, customers } = target;
  const number = (attacked.asked += 1);
  const customer = walk === 'strangers' ? `cust_none-${number}` : (customers[number % customers.length] ?? '');
  const headers = { cookie, 'x-lane': LANES[number % LANES.length] ?? '' };
  const response = await fetch(`${url}/api/customers/${customer}/profile`, { headers });
  if (response.ok) attacked.answered += 1;
  await response.arrayBuffer();
}
