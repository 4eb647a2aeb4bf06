import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../store/open-store.ts';
import { type RunningGateway, signInOn, startGateway, stopGateway } from './gateway-processes.ts';
import { startModelReservie } from './model-reservie.ts';
import { startFailOverPostgres } from './fail-over-postgres.ts';
import { startOwnPostgres } from './own-postgres.ts';

const CUSTOMER = 'cust_1';
/** From the moment at which the database answers again, on a quiet machine. */
export const LONGEST_RECOVERY_MS = 5_000;
/** A browser’s patience. */
const LONGEST_ANSWER_MS = 30_000;
const DOWN_MS = 700;

export interface RestartsReport {
  answers: Record<string, number>;
  /** Readiness said so while the database was away, so many times. */
  unready: number;
  recoveriesMs: number[];
  violations: string[];
}

/** A database, and what happens to it again and again. */
interface TroubledDatabase {
  url: string;
  /** Ends when the database answers again. */
  trouble: (round: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** Two gateways under traffic, whose PostgreSQL is restarted again and again; every third time it crashes. */
export async function restartDatabase(restarts: number): Promise<RestartsReport> {
  const { url, restart, stop } = await startOwnPostgres();
  const trouble = (round: number) => restart(round % 3 === 0 ? 'SIGQUIT' : 'SIGINT', DOWN_MS);
  return troubleDatabase({ url, trouble, stop }, restarts);
}

/** The same when the server dies and its standby takes over. */
export async function failOverDatabase(failOvers: number): Promise<RestartsReport> {
  const { url, failOver, stop } = await startFailOverPostgres();
  return troubleDatabase({ url, trouble: failOver, stop }, failOvers);
}

async function troubleDatabase(database: TroubledDatabase, rounds: number): Promise<RestartsReport> {
  const report: RestartsReport = { answers: {}, unready: 0, recoveriesMs: [], violations: [] };
  const model = await startModelReservie({ ids: [CUSTOMER], delayMs: () => 20, fateOf: () => 'done' });
  const folder = mkdtempSync(join(tmpdir(), 'database-restarts-'));
  const store = await openStore({ url: database.url });
  const cookie = await signInOn(store);
  await store.close();
  const env = {
    DATABASE_URL: database.url,
    RESERVIE_BASE_URL: model.account.baseUrl,
    RESERVIE_CLIENT_ID: model.account.clientId,
    RESERVIE_CLIENT_SECRET: model.account.clientSecret,
    DATA_DIR: folder,
  };
  const busy = new AbortController();
  const gateways = await Promise.all([startGateway(env), startGateway(env)]);
  const [one, other] = gateways;
  for (const { child } of gateways) {
    child.once('exit', (code) => {
      if (!busy.signal.aborted) report.violations.push(`a gateway ended with ${code}`);
    });
  }
  const traffic = gateways.flatMap((gateway) => [browse(gateway), browse(gateway)]);
  try {
    if (!one || !other) throw new Error('There are two.');
    for (let round = 1; round <= rounds; round += 1) {
      const watching = watchForUnready(one);
      await database.trouble(round);
      report.recoveriesMs.push(await recover(one, other, round));
      if (await watching) report.unready += 1;
    }
  } finally {
    busy.abort();
    await Promise.all(traffic);
    await Promise.all(gateways.map((gateway) => stopGateway(gateway)));
    await database.stop();
    await model.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return report;

  async function ask({ url }: RunningGateway, path: string, init: RequestInit = {}): Promise<Response | undefined> {
    const headers = { origin: url, cookie, 'content-type': 'application/json' };
    try {
      return await fetch(url + path, { headers, signal: AbortSignal.timeout(LONGEST_ANSWER_MS), ...init });
    } catch (error) {
      if (!busy.signal.aborted) report.violations.push(`${path}: no answer (${String(error)})`);
      return undefined;
    }
  }

  /** Reads as pages do: every answer is right, or says that the database is away. */
  async function browse(gateway: RunningGateway): Promise<void> {
    while (!busy.signal.aborted) {
      for (const path of [`/api/customers/${CUSTOMER}/profile`, '/api/customers', '/api/session']) {
        const answer = await ask(gateway, path);
        const body = (await answer?.json().catch(() => undefined)) as { code?: string } | undefined;
        const said = `${answer?.status ?? 'none'} ${body?.code ?? ''}`.trim();
        report.answers[said] = (report.answers[said] ?? 0) + 1;
        if (answer && answer.status !== 200 && body?.code !== 'database_unavailable') {
          report.violations.push(`${path}: ${said}`);
        }
      }
      await delay(20);
    }
  }

  /** Until both are ready, and a save at one is told to a browser of the other. */
  async function recover(writer: RunningGateway, reader: RunningGateway, round: number): Promise<number> {
    const start = Date.now();
    for (const { url } of [writer, reader]) {
      while ((await fetch(`${url}/readyz`)).status !== 200) await delay(50);
    }
    const to = `Name${round}`;
    const heard = hear(reader, to);
    for (;;) {
      const from = model.customers.get(CUSTOMER)?.firstname;
      const body = JSON.stringify({ firstname: { from, to } });
      if (from !== to) await ask(writer, `/api/customers/${CUSTOMER}/profile`, { method: 'PATCH', body });
      const isHeard = await Promise.race([heard.then(() => true), delay(300).then(() => false)]);
      const ms = Date.now() - start;
      if (isHeard) return ms;
      if (ms > 3 * LONGEST_RECOVERY_MS) {
        report.violations.push('what one gateway saved was never told at the other');
        return ms;
      }
    }
  }

  /** Until the other gateway’s event stream tells of the save, or that something was missed. */
  async function hear({ url }: RunningGateway, name: string): Promise<void> {
    const request = get(`${url}/api/events`, { headers: { cookie } });
    request.on('error', () => undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    for await (const chunk of response) {
      if (String(chunk).includes(name) || String(chunk).includes('"asOf":null')) break;
    }
    request.destroy();
  }
}

async function watchForUnready({ url }: RunningGateway): Promise<boolean> {
  const until = Date.now() + 2 * DOWN_MS;
  while (Date.now() < until) {
    const { status } = await fetch(`${url}/readyz`);
    if (status === 503) return true;
    await delay(50);
  }
  return false;
}
