import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

// Runs a command while a busy loop occupies each core, as other work on the machine would: `npm run e2e:under-load`.
const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error('Usage: tsx scripts/under-load.ts <command> …');

/** Ends by itself when this process is gone, however it ended. */
const BUSY = `while (process.ppid === ${process.pid});`;
const loops = Array.from({ length: availableParallelism() }, () =>
  spawn(process.execPath, ['--eval', BUSY], { stdio: 'ignore' }),
);
const child = spawn(command, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.once('close', (status) => {
  for (const loop of loops) loop.kill();
  process.exitCode = status ?? 1;
});
