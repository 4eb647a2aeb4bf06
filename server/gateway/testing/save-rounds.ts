import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '#kit/random.ts';
import { listUnsettledWrites } from '../store/history.ts';
import { findLeaseHeld } from '../store/leases.ts';
import { openStore } from '../store/open-store.ts';
import { signInOn, startGateway, stopGateway } from './gateway-processes.ts';
import { startModelReservie } from './model-reservie.ts';
import { makeProcessDatabase } from './test-database.ts';

const FIELDS = ['firstname', 'lastname', 'mobile'] as const;
const IDS = ['cust_1', 'cust_2', 'cust_3'];
/** Longer than a lease lasts without its holder. */
const FREEZE_MS = 7_000;
/** As long as staff may wait when the process that held the lease has died: lease, save and read-back. */
const LONGEST_SAVE_MS = 15_000;
/** As long as a lease lasts, and what the machine adds. */
const LONGEST_DEAD_LOCK_MS = 6_000;
const LONGEST_SETTLING_MS = 60_000;

export interface RoundsOptions {
  rounds: number;
  gateways: number;
  seed: number;
  /** Of a hundred rounds, in how many a process is killed, or frozen. */
  kills: number;
  freezes: number;
  onRound?: (round: number) => void;
}

export interface RoundsReport {
  saved: number;
  refused: number;
  unknown: number;
  kills: number;
  freezes: number;
  longestSaveMs: number;
  /** The longest save at a gateway that lives, in rounds in which another one was killed or frozen. */
  longestBesideDeadMs: number;
  /** How long the lock of a gateway outlasted its death, or the moment in which it froze. */
  longestDeadLockMs: number;
  /** From the last round until no record was open or unconfirmed. */
  settledMs: number;
  violations: string[];
}

interface Outcome {
  field: (typeof FIELDS)[number];
  to: string;
  end: 'saved' | 'refused' | 'unknown';
  ms: number;
}

/**
 * Several gateways on one PostgreSQL, each a process of its own. In each round they save different fields of one
 * customer at the same moment, while Reservie is slow and loses answers, and one of them may be killed or frozen.
 */
export async function runSaveRounds(options: RoundsOptions): Promise<RoundsReport> {
  const { next: random } = createRandom(`saves ${options.seed}`);
  const report: RoundsReport = {
    saved: 0,
    refused: 0,
    unknown: 0,
    kills: 0,
    freezes: 0,
    longestSaveMs: 0,
    longestBesideDeadMs: 0,
    longestDeadLockMs: 0,
    settledMs: 0,
    violations: [],
  };
  const model = await startModelReservie({
    ids: IDS,
    delayMs: () => random() * 300,
    fateOf: () => (random() < 0.08 ? 'lost' : random() < 0.05 ? 'refused' : 'done'),
  });
  const database = await makeProcessDatabase();
  const store = await openStore({ url: database.env['DATABASE_URL'] ?? '' });
  const folder = mkdtempSync(join(tmpdir(), 'save-rounds-'));
  const cookie = await signInOn(store);
  const env = {
    ...database.env,
    RESERVIE_BASE_URL: model.account.baseUrl,
    RESERVIE_CLIENT_ID: model.account.clientId,
    RESERVIE_CLIENT_SECRET: model.account.clientSecret,
    DATA_DIR: folder,
  };
  const processes = await Promise.all(Array.from({ length: options.gateways }, () => startGateway(env)));
  try {
    for (let round = 1; round <= options.rounds; round += 1) {
      await playRound(round);
      for (const { child, errors } of processes) {
        if (!isAlive(child)) report.violations.push(`round ${round}: a gateway ended by itself: ${errors()}`);
      }
      if (report.violations.length > 0) break;
      options.onRound?.(round);
    }
    const calmAt = Date.now();
    while ((await listUnsettledWrites(store, 0)).length > 0) {
      if (Date.now() - calmAt > LONGEST_SETTLING_MS) {
        const open = (await listUnsettledWrites(store, 0)).map(({ result }) => result ?? 'no end');
        report.violations.push(`after a minute of calm there are records with: ${open.join(', ')}`);
        break;
      }
      await delay(250);
    }
    report.settledMs = Date.now() - calmAt;
  } finally {
    await Promise.all(processes.map((one) => stopGateway(one)));
    await store.close();
    await model.close();
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  return report;

  async function playRound(round: number): Promise<void> {
    const id = IDS[Math.floor(random() * IDS.length)] ?? '';
    const before = { ...model.customers.get(id) };
    const putsBefore = model.writes.length;
    const saving = processes.map((process, index) => save(process.url, id, index, `${round}-${index}`, before));
    const trouble = random() * 100;
    const victim = Math.floor(random() * processes.length);
    await delay(random() * 300);
    const isTroubled = trouble < options.kills + options.freezes;
    const lock = isTroubled ? await findLeaseHeld(store, `profile:${id}`) : undefined;
    const unlocked = lock === undefined ? undefined : watchLock(`profile:${id}`, lock, round);
    if (trouble < options.kills) await kill(victim);
    else if (isTroubled) await freeze(victim);
    const outcomes = await Promise.all(saving);
    await unlocked;
    const besides = isTroubled ? outcomes.filter((_, index) => index !== victim) : [];
    report.longestBesideDeadMs = Math.max(report.longestBesideDeadMs, ...besides.map(({ ms }) => ms));
    // A PUT of a process that was killed may still be carried out.
    await delay(trouble < options.kills ? 400 : 0);
    judge(round, id, before, outcomes, model.writes.length - putsBefore);
  }

  function judge(
    round: number,
    id: string,
    before: Partial<Record<string, string>>,
    outcomes: Outcome[],
    puts: number,
  ) {
    const truth = { ...model.customers.get(id) };
    for (const { field, to, end } of outcomes) {
      report[end] += 1;
      const value = truth[field];
      if (end === 'saved' && value !== to) report.violations.push(`round ${round}: ${field} was saved and is lost`);
      if (end === 'refused' && value !== before[field]) {
        report.violations.push(`round ${round}: ${field} was refused and is written`);
      }
      if (end === 'unknown' && value !== to && value !== before[field]) {
        report.violations.push(`round ${round}: ${field} says what was never true`);
      }
    }
    if (puts > outcomes.filter(({ end }) => end !== 'refused').length) {
      report.violations.push(`round ${round}: ${puts} PUTs for ${outcomes.length} saves`);
    }
  }

  /** Until the lock that was held when a process died or froze is held by it no more. */
  async function watchLock(key: string, fence: number, round: number): Promise<void> {
    const since = Date.now();
    while ((await findLeaseHeld(store, key)) === fence) await delay(50);
    const ms = Date.now() - since;
    report.longestDeadLockMs = Math.max(report.longestDeadLockMs, ms);
    if (ms > LONGEST_DEAD_LOCK_MS) report.violations.push(`round ${round}: a lock outlasted its process by ${ms} ms`);
  }

  async function save(
    url: string,
    id: string,
    index: number,
    to: string,
    before: Partial<Record<string, string>>,
  ): Promise<Outcome> {
    const field = FIELDS[index % FIELDS.length] ?? 'firstname';
    const value = field === 'mobile' ? `0770090${to.replaceAll(/\D/g, '')}` : to;
    const startedAt = Date.now();
    try {
      const response = await fetch(`${url}/api/customers/${id}/profile`, {
        method: 'PATCH',
        headers: { origin: url, cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ [field]: { from: before[field], to: value } }),
      });
      const body = (await response.json()) as { message?: string };
      const ms = Date.now() - startedAt;
      report.longestSaveMs = Math.max(report.longestSaveMs, ms);
      if (ms > LONGEST_SAVE_MS) report.violations.push(`a save took ${ms} ms`);
      if (response.ok) return { field, to: value, end: 'saved', ms };
      return { field, to: value, end: body.message?.includes('may or may not') ? 'unknown' : 'refused', ms };
    } catch {
      return { field, to: value, end: 'unknown', ms: Date.now() - startedAt };
    }
  }

  async function kill(index: number): Promise<void> {
    report.kills += 1;
    const child = processes[index]?.child;
    if (child && isAlive(child)) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    processes[index] = await startGateway(env);
  }

  async function freeze(index: number): Promise<void> {
    report.freezes += 1;
    processes[index]?.child.kill('SIGSTOP');
    await delay(FREEZE_MS);
    processes[index]?.child.kill('SIGCONT');
  }
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
