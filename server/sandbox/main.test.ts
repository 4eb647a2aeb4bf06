import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, onTestFinished, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
const file = join(folder, 'data', 'sandbox.db');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Line {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  controlKey: string;
}

function run(...args: string[]): ChildProcess {
  const flags = ['--file', file, '--customers', '20', ...args];
  const child = fork('server/sandbox/main.ts', flags, { execArgv: ['--import', 'tsx'], silent: true });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Both streams to their ends, and the exit code. */
async function ended(child: ChildProcess) {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The streams are piped');
  const [out, err] = await Promise.all([text(stdout), text(stderr), child.exitCode ?? once(child, 'exit')]);
  return { out, err, code: child.exitCode };
}

async function firstLine(child: ChildProcess): Promise<Line> {
  if (!child.stdout) throw new Error('The stream is piped');
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return JSON.parse(chunk.toString()) as Line;
}

test('--json prints one line to start from, and a second start keeps the data and the credentials', async () => {
  const first = run('--port', '0', '--json');
  const line = await firstLine(first);
  const { clientId, clientSecret } = line;
  const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret });
  const answer = await fetch(`${line.baseUrl}/token`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
  const closing = ended(first);
  first.kill('SIGTERM');
  expect(await closing).toMatchObject({ out: '', code: 0 });

  const second = run('--port', '0', '--json');
  expect(await firstLine(second)).toMatchObject({ clientId, clientSecret });
  const after = ended(second);
  second.disconnect();
  // It made nothing anew, so it has nothing to say; and it goes with its parent.
  expect(await after).toEqual({ out: '', err: '', code: 0 });
});

test('--reset makes new data and new credentials', async () => {
  const first = run('--port', '0', '--json');
  const before = await firstLine(first);
  const closing = ended(first);
  first.kill('SIGINT');
  await closing;
  expect(await ended(run('--reset', '--seed-only'))).toMatchObject({ out: '', code: 0 });
  const after = await firstLine(run('--port', '0', '--json'));
  expect(after.clientId).not.toBe(before.clientId);
});

test('a flag that makes no sense ends it with a sentence', async () => {
  expect(await ended(run('--port', 'x'))).toEqual({
    out: '',
    err: '--port takes a whole number from 0 to 65535, not "x"\nnpm run sandbox -- --help explains the flags.\n',
    code: 1,
  });
});

test('a taken port ends it with a sentence', async () => {
  const { baseUrl } = await firstLine(run('--port', '0', '--json'));
  const { code, err } = await ended(run('--port', new URL(baseUrl).port));
  expect(code).toBe(1);
  expect(err).toContain('EADDRINUSE');
  expect(err).not.toContain('    at ');
});

test('--help explains and starts nothing', async () => {
  const { out, code } = await ended(run('--help'));
  expect(code).toBe(0);
  expect(out).toContain('npm run sandbox -- [flags]');
});
