import { setTimeout as sleep } from 'node:timers/promises';

/** A crowd that a browser alone can make: so many requests at a time, without a pause. */
const AT_ONCE = 20;

/** A signed-in member of staff, or a stolen session, that asks for customers who do not exist until the end. */
export async function attack(url: string, cookie: string, until: number): Promise<number> {
  let asked = 0;
  while (Date.now() < until) {
    const answers = Array.from({ length: AT_ONCE }, async () => {
      asked += 1;
      const response = await fetch(`${url}/api/customers/cust_none-${asked}/profile`, { headers: { cookie } });
      await response.arrayBuffer();
    });
    await Promise.all(answers);
    await sleep(10);
  }
  return asked;
}
