import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import type { ReservieClientOptions } from './reservie/client.ts';
import type { ReservieAccount } from './reservie/transport.ts';

export interface DemoSandbox {
  /** Where the sandbox is, or will be when its start is through; `undefined` while there is none. */
  account: ReservieClientOptions['account'];
  /** Rejects if the very first start fails; later ones are repeated. */
  ready: Promise<void>;
  stop: () => Promise<void>;
}

export interface DemoSandboxOptions {
  /** Where the demo's data are kept. */
  dataDir: string;
  customers: number;
  onTrouble: (message: string) => void;
  /** The program to fork; another one in tests. */
  program?: string;
}

const PROGRAM = join(import.meta.dirname, '../sandbox/main.ts');
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Up for this long, the next fall is not counted as a repeated one. */
const STEADY_MS = 60_000;
const KILL_AFTER_MS = 3_000;

const Line = z.object({ baseUrl: z.string(), clientId: z.string(), clientSecret: z.string() });

/**
 * Keeps the embedded sandbox running in a process of its own, spoken to over HTTP like Reservie. It lives in its own
 * process group, so that Ctrl-C reaches it through us, and ends itself when the channel to us closes, however we end.
 */
export function startDemoSandbox(options: DemoSandboxOptions): DemoSandbox {
  const { dataDir, customers, onTrouble, program = PROGRAM } = options;
  const file = join(dataDir, 'sandbox.db');
  const args = ['--json', '--port', '0', '--budget', '0', '--customers', String(customers), '--file', file];
  let child: ChildProcess | undefined;
  let account: ReturnType<DemoSandbox['account']>;
  let isStopping = false;
  let falls = 0;
  let restart: NodeJS.Timeout | undefined;

  async function start(): Promise<void> {
    const started = Date.now();
    const mine = fork(program, args, {
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      detached: true,
    });
    child = mine;
    const ended = new Promise<undefined>((resolve) => {
      for (const event of ['exit', 'error'] as const) {
        mine.once(event, () => {
          account = undefined;
          child = undefined;
          resolve(undefined);
        });
      }
    });
    const coming = Promise.race([firstLine(mine), ended]);
    account = coming.catch(() => undefined);
    try {
      account = await coming;
    } catch (error) {
      account = undefined;
      mine.kill('SIGKILL');
      throw error;
    }
    if (!account) throw new Error('The demo’s sandbox ended before it was ready.');
    void ended.then(() => startAgain(Date.now() - started));
  }

  function startAgain(livedMs: number): void {
    if (isStopping) return;
    if (livedMs > STEADY_MS) falls = 0;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** falls, LONGEST_PAUSE_MS);
    falls += 1;
    onTrouble(`The demo’s sandbox has ended; starting it again in ${pause / 1000} s.`);
    restart = setTimeout(() => void start().catch(() => startAgain(0)), pause);
  }

  async function stop(): Promise<void> {
    isStopping = true;
    clearTimeout(restart);
    if (!child) return;
    const mine = child;
    const ended = once(mine, 'exit');
    if (mine.connected) mine.disconnect();
    const kill = setTimeout(() => mine.kill('SIGKILL'), KILL_AFTER_MS);
    await ended;
    clearTimeout(kill);
  }

  return { account: () => account, ready: start(), stop };
}

async function firstLine(child: ChildProcess): Promise<ReservieAccount | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume();
    return Line.parse(JSON.parse(line));
  }
  return undefined;
}
