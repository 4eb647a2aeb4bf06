import type { AddressInfo } from 'node:net';
import { buildSandbox } from '../../server/sandbox/app.ts';

/** What the child tells of its start. Times in milliseconds, memory in bytes. */
export interface Started {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  elapsed: number;
  /** Processor time: what a busy machine does not stretch. */
  cpu: number;
  peakMemory: number;
}

/** What it answers when asked how much memory it holds. */
export interface Memory {
  resident: number;
  peak: number;
}

/** Runs in a process of its own, so that time and memory are the sandbox's alone: `file customers bookings`. */
async function start([file = '', customers = '', bookings = '']: string[]): Promise<void> {
  const before = performance.now();
  const sandbox = await buildSandbox({
    file,
    customers: Number(customers),
    bookings: Number(bookings),
    budgetPerMinute: 0,
  });
  await sandbox.app.listen({ port: 0, host: '127.0.0.1' });
  const elapsed = performance.now() - before;
  const { user, system } = process.cpuUsage();
  const { port } = sandbox.app.server.address() as AddressInfo;
  const started: Started = {
    baseUrl: `http://127.0.0.1:${port}`,
    clientId: sandbox.client.id,
    clientSecret: sandbox.client.secret,
    elapsed,
    cpu: (user + system) / 1000,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
  process.send?.(started);
  process.on('message', () => {
    const memory: Memory = { resident: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS * 1024 };
    process.send?.(memory);
  });
  process.on('disconnect', () => void sandbox.close());
}

await start(process.argv.slice(2));
