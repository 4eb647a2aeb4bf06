import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Store } from '../store/store.ts';
import { TEST_SECRET, startTestGateway } from './test-gateway.ts';

const KEPT_ERRORS = 2_000;

export interface RunningGateway {
  child: ChildProcess;
  /** The end of what it said on standard error. */
  errors: () => string;
  url: string;
}

/** A session that every gateway on this database knows, as a Cookie header. */
export async function signInOn(store: Store, role: 'desk' | 'manager' = 'desk'): Promise<string> {
  const gateway = await startTestGateway({ store });
  const { cookies } = await gateway.signIn(role);
  await gateway.close();
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

const MAIN = join(import.meta.dirname, '../main.ts');

/** The program as it is run, without the page, with the secret of the tests and no limit that tests would meet. */
export async function startGateway(env: Record<string, string>, program = MAIN): Promise<RunningGateway> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, '--api-only'], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      RESERVIE_REQUESTS_PER_MINUTE: '10000',
      AUTH_SECRET: TEST_SECRET,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors = (errors + String(chunk)).slice(-KEPT_ERRORS)));
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/localhost:\d+/.exec(line) ?? [];
    if (url !== undefined) return { child, url, errors: () => errors };
  }
  throw new Error(`A gateway has not started: ${errors}`);
}

export async function stopGateway({ child }: RunningGateway): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
