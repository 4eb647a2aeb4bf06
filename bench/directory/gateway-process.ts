import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type OpenGateway, openGateway } from '../open-gateway.ts';

type ReservieAccount = Parameters<typeof openGateway>[0]['reservie'];

/** What the benchmark asks the gateway's process: where Reservie is, or how it fares. */
export type Asked = { kind: 'open'; account: ReservieAccount } | { kind: 'usage' };

export type Told =
  | { kind: 'open'; url: string; cookie: string; viewerCookie: string }
  /** Memory in bytes, after a collection; the longest time since the last question in which nothing else was done, in ms. */
  | { kind: 'usage'; resident: number; peak: number; heap: number; outside: number; longestStall: number };

const delay = monitorEventLoopDelay({ resolution: 1 });
let opened: OpenGateway | undefined;

async function answer(asked: Asked): Promise<Told> {
  if (asked.kind === 'open') {
    opened = await openGateway({ reservie: asked.account, requestsPerMinute: 0 });
    const { url, cookie } = opened;
    delay.enable();
    return { kind: 'open', url, cookie, viewerCookie: await opened.signIn('viewer') };
  }
  const longestStall = delay.max / 1e6;
  delay.reset();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  return { kind: 'usage', resident: rss, peak, heap: heapUsed, outside: external, longestStall };
}

process.on('message', (asked: Asked) => {
  void answer(asked).then((told) => process.send?.(told));
});
process.on('disconnect', () => void opened?.close());
