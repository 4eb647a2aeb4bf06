import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The last commit before the pages were drawn with Mantine and came with an outline. */
const BEFORE = '8112eea';
const CUSTOMERS = 1_000;
const PATIENCE_MS = 60_000;

export interface Desk {
  url: string;
  close: () => Promise<void>;
}

/** The product that is built in a folder, with demo data of its own, in a process of its own. */
export async function startDesk(folder: string): Promise<Desk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'studio-desk-first-screen-'));
  const port = await findFreePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO_CUSTOMERS: String(CUSTOMERS) };
  const child = spawn('node', ['--import', 'tsx', 'server/gateway/main.ts'], { cwd: folder, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, url);
  return {
    url,
    close: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Takes the page as it was out of the history and builds it, once for all runs on this machine.
 * @returns its folder; nothing where the history does not go back that far (a shallow clone).
 */
export function buildBefore(): string | undefined {
  try {
    execFileSync('git', ['cat-file', '-e', `${BEFORE}^{commit}`], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const folder = join(tmpdir(), `studio-desk-${BEFORE}`);
  if (existsSync(join(folder, 'dist/index.html'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = execFileSync('git', ['archive', '--format=tar', BEFORE], { maxBuffer: 256 * 2 ** 20 });
  execFileSync('tar', ['-x', '-C', folder], { input: files });
  for (const step of ['ci --no-audit --no-fund', 'run build']) {
    execFileSync('npm', step.split(' '), { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return folder;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    if (await hasCustomers(url).catch(() => false)) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  child.kill();
  throw new Error('The product did not start: was it built (npm run build)?');
}

/** Its port may be open while the demo's data are still being made. */
async function hasCustomers(url: string): Promise<boolean> {
  const headers = { origin: url, 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session/demo`, { method: 'POST', headers, body: '{"role":"desk"}' });
  const cookie = session.headers.getSetCookie().map((line) => line.replace(/;.*$/, ''));
  return (await fetch(`${url}/api/customers`, { headers: { cookie: cookie.join('; ') } })).ok;
}
