import { expect, test } from 'vitest';
import { NotSent, Problem } from '../http/problem.ts';
import { type Lane, Urgency } from './lane.ts';
import { retryRead } from './retry-read.ts';

const down = new Problem('reservie_unavailable', 'x');

/** When each try began, in milliseconds, and how it ended. */
async function run(
  errors: Error[],
  { lane = 'interactive', patienceMs = 15_000 }: { lane?: Lane; patienceMs?: number } = {},
) {
  let now = 0;
  const tries: number[] = [];
  async function attempt(): Promise<string> {
    tries.push(now);
    const error = errors[tries.length - 1];
    if (error !== undefined) throw error;
    return 'data';
  }
  const ended = await retryRead(attempt, {
    urgency: new Urgency(lane, patienceMs),
    clock: () => now,
    random: () => 0.5,
    sleep: async (ms) => (now += ms),
  }).catch((error: unknown) => error);
  return { tries, ended };
}

test('repeats what Reservie failed to answer, after growing pauses', async () => {
  expect(await run([down, down])).toEqual({ tries: [0, 200, 800], ended: 'data' });
});

test('gives up after two repetitions', async () => {
  expect(await run([down, down, down, down])).toEqual({ tries: [0, 200, 800], ended: down });
});

test('waits as long as Reservie asks for', async () => {
  const busy = new Problem('rate_limited', 'x', { retryAfterMs: 7_000 });
  expect(await run([busy])).toEqual({ tries: [0, 7_000], ended: 'data' });
  expect(await run([busy], { patienceMs: 6_000 })).toEqual({ tries: [0], ended: busy });
});

test.each<[string, Error]>([
  ['a timeout', new Problem('reservie_timeout', 'x')],
  ['a refusal', new Problem('reservie_refused', 'x')],
  ['an answer that cannot be read', new Problem('reservie_malformed', 'x')],
  ['nothing there', new Problem('not_found', 'x')],
  ['what was held back here', new NotSent('reservie_unavailable', 'x')],
  ['a fault of ours', new TypeError('x')],
])('does not repeat %s', async (_, error) => {
  expect(await run([error])).toEqual({ tries: [0], ended: error });
});

test.each<Lane>(['background', 'prefetch'])('does not repeat what no user waits for: %s', async (lane) => {
  expect(await run([down], { lane })).toEqual({ tries: [0], ended: down });
});
