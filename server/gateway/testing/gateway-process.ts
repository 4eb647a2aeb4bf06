import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { vi } from 'vitest';

export interface GatewayProcess {
  child: ChildProcess;
  /** All that it printed. */
  output: () => string;
  /** Its exit code. */
  ended: Promise<number | null>;
  /** Where it answers, once it does. */
  url: () => Promise<string>;
}

/** A test waits so long for what a process does; on a busy machine a start takes ten seconds. */
export const PATIENCE = { timeout: 45_000, interval: 50 };

/** The program as it is run, on a free port, without the page. `env` is all of its environment, besides PATH. */
export function startGatewayProcess(env: Record<string, string>): GatewayProcess {
  const program = join(import.meta.dirname, '../main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, '--api-only'], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const url = () =>
    vi.waitFor(() => {
      const [found] = /http:\/\/localhost:\d+/.exec(output) ?? [];
      if (found === undefined) throw new Error(`It has not started: ${output}`);
      return found;
    }, PATIENCE);
  return { child, output: () => output, ended: once(child, 'close').then(() => child.exitCode), url };
}
