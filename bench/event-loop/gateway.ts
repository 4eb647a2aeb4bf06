import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PerformanceObserver, monitorEventLoopDelay } from 'node:perf_hooks';
import type { GatewayDeps } from '../../server/gateway/app.ts';
import { openGateway } from '../open-gateway.ts';

/** What the benchmark asks of the gateway's process, which does nothing else, so that all blocks are the gateway's own. */
export type Asked = { account: GatewayDeps['reservie'] } | { passMs: number } | 'watch' | 'tell';

/** Both in milliseconds: of the event loop, and of the garbage collector, which is part of it. */
export interface Blocks {
  longest: number;
  gc: number;
}

export interface Opened {
  url: string;
  file: string;
  desk: string;
  viewer: string;
}

/** The monitor's own resolution is part of what it measures. */
const RESOLUTION_MS = 2;

let now = Date.now();
const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let longestGc = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestGc = Math.max(longestGc, duration);
}).observe({ entryTypes: ['gc'] });

async function answer(asked: Asked): Promise<Opened | Blocks | number> {
  if (asked === 'watch') {
    longestGc = 0;
    monitor.reset();
    monitor.enable();
    return 0;
  }
  if (asked === 'tell') {
    monitor.disable();
    return { longest: Math.max(monitor.max / 1e6 - RESOLUTION_MS, 0), gc: longestGc };
  }
  if ('passMs' in asked) return (now += asked.passMs);
  const { url, file, cookie, signIn, hire } = await openGateway({
    reservie: asked.account,
    requestsPerMinute: 0,
    clock: () => now,
    webRoot: makePage(),
  });
  await hire(6, 'desk');
  return { url, file, desk: cookie, viewer: await signIn('viewer') };
}

/** Stands for the built one. */
function makePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-page-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), '<title>Studio Desk</title>');
  writeFileSync(join(folder, '.vite/pages.json'), '["/"]');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  writeFileSync(
    join(folder, '.vite/outline.mjs'),
    'export const describeBookings = () => ({ count: "", sentence: "", groups: [] });',
  );
  return folder;
}

process.on('message', (asked: Asked) => {
  void answer(asked).then((told) => process.send?.(told));
});
process.on('disconnect', () => process.exit());
