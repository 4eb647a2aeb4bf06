import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureEndpoints } from './endpoints.ts';
import type { Memory, Started } from './sandbox-process.ts';

interface Scale {
  customers: number;
  bookings: number;
}

const DEFAULT_SCALES: readonly Scale[] = [
  { customers: 2000, bookings: 30_000 },
  { customers: 100_000, bookings: 1_000_000 },
];
const SANDBOX = fileURLToPath(new URL('sandbox-process.ts', import.meta.url));

/** `run.ts [customers bookings]`: one scale of one's own instead of the two. */
async function run([customers, bookings]: string[]): Promise<void> {
  const scales =
    customers && bookings ? [{ customers: Number(customers), bookings: Number(bookings) }] : DEFAULT_SCALES;
  const load = loadavg()[0]?.toFixed(1);
  say(`Node ${process.version}, ${availableParallelism()} processors, load average ${load} before it began.\n`);
  for (const scale of scales) {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-scale-'));
    try {
      await measure(scale, join(folder, 'sandbox.db'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function measure({ customers, bookings }: Scale, file: string): Promise<void> {
  say(`## ${customers.toLocaleString('en')} customers, ${bookings.toLocaleString('en')} bookings\n`);
  const first = await startSandbox(file, customers, bookings);
  say(`- seeding and start: ${seconds(first.started.elapsed)} (processor time ${seconds(first.started.cpu)})`);
  say(`- peak memory while seeding: ${megabytes(first.started.peakMemory)}`);
  await stop(first.child);
  say(`- data file: ${megabytes((await stat(file)).size)}`);

  const second = await startSandbox(file, customers, bookings);
  say(`- start on the seeded file: ${seconds(second.started.elapsed)}\n`);
  say('| endpoint | requests | median | p95 | answer |\n|---|--:|--:|--:|--:|');
  for await (const row of measureEndpoints(second.started)) {
    const bytes = row.bytes < 10_000 ? `${row.bytes} B` : `${Math.round(row.bytes / 1000)} kB`;
    say(`| ${row.name} | ${row.requests} | ${row.median.toFixed(1)} ms | ${row.p95.toFixed(1)} ms | ${bytes} |`);
  }
  const memory = await askMemory(second.child);
  say(`\nMemory after all of this: ${megabytes(memory.resident)}, at its peak ${megabytes(memory.peak)}.\n`);
  await stop(second.child);
}

async function startSandbox(file: string, customers: number, bookings: number) {
  const child = fork(SANDBOX, [file, String(customers), String(bookings)]);
  const [started] = (await once(child, 'message')) as [Started];
  return { child, started };
}

async function askMemory(child: ChildProcess): Promise<Memory> {
  child.send('memory');
  const [memory] = (await once(child, 'message')) as [Memory];
  return memory;
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await run(process.argv.slice(2));
