import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import type { HistoryChange, HistoryResult } from '#contract/history.ts';
import type { Role } from '#contract/role.ts';
import type { StudioSettings } from '#contract/studio-settings.ts';
import type { ServeCall, ServeContext } from '#kit/serve.ts';
import { Problem } from '../http/problem.ts';
import type { NewHistoryEntry } from '../store/history.ts';
import { toWireError } from '../http/wire-error.ts';
import {
  type CallInput,
  type CallRule,
  type KnownStaff,
  customerOf,
  ruleOf,
  secondFactorChanges,
  settingsChanges,
} from './call-rules.ts';
import type { HistoryLog } from './history-log.ts';

/** Attempts that were slowed down are recorded this often at most: strangers must not be able to fill the database. */
const THROTTLED_EVERY_MS = 60_000;

export interface CallRecorder {
  /** `around` of `serve`. */
  around: (call: ServeCall, run: () => Promise<unknown>) => Promise<unknown>;
  /** Records a known user who is refused for their role. */
  watch: (authorize: Authorize) => Authorize;
  /** Records that a user signed in, left, or was turned away. */
  append: (entry: Omit<NewHistoryEntry, 'at'>) => Promise<void>;
}

type Authorize = (endpoint: Endpoint, context: ServeContext) => Promise<void>;
/** Nothing when there is no such member. */
type DescribeStaff = (staffId: string) => Promise<KnownStaff | undefined>;

/** How to look up what a record says before it is changed. */
export interface BeforeChanges {
  describeStaff: DescribeStaff;
  readSettings: () => Promise<StudioSettings>;
  listSecondFactorRoles: () => Promise<Role[]>;
}

export function recordCalls(log: HistoryLog, before: BeforeChanges, clock: () => number): CallRecorder {
  let throttledAt = -Infinity;

  async function around({ name, definition, input, context }: ServeCall, run: () => Promise<unknown>) {
    const { request } = context;
    const rule = ruleOf(name, definition);
    if (rule.kind === 'nothing') return run();
    const customerId = customerOf(input);
    const isRead = rule.kind === 'read' || rule.kind === 'reveal';
    const base = { action: name, isRead, customerId, requestId: request.id };

    if (rule.kind === 'write' || rule.kind === 'reveal') {
      request.historyId = await log.begin({ ...base, staff: actorOf(request), ...(await describe(rule, input)) });
      return ending(run, (outcome) => log.end(request.historyId ?? '', outcome));
    }
    if (rule.kind === 'save') {
      const changes = rule.changes?.(input) ?? [];
      return recordSave(request, { ...base, staff: actorOf(request), changes }, run);
    }
    return ending(run, async (outcome) => {
      const staff = actorOf(request);
      const entry = { ...base, staff, subject: staff ? undefined : rule.subject?.(input), ...outcome };
      // Where it came from, as Fastify trusts it: a password may be known elsewhere.
      const address = [{ field: 'address', before: null, after: request.ip }];
      if (rule.kind === 'read') log.record(entry);
      else await append({ ...entry, changes: address });
    });
  }

  async function recordSave(request: FastifyRequest, asked: Omit<NewHistoryEntry, 'at'>, run: () => Promise<unknown>) {
    let historyId: string | undefined;
    request.beginRecord = async (changes) => {
      historyId = await log.begin({ ...asked, changes });
      return historyId;
    };
    try {
      return await run();
    } catch (error) {
      const outcome = outcomeOf(error, '');
      if (historyId !== undefined) await log.end(historyId, outcome);
      // Nothing was attempted: what was asked for is recorded as it ended, if the database can.
      else await log.begin({ ...asked, ...outcome }).catch(() => undefined);
      throw error;
    }
  }

  async function append(entry: Omit<NewHistoryEntry, 'at'>): Promise<void> {
    // Signing out without having been signed in is no act.
    if (entry.action === 'signOut' && !entry.staff) return;
    if (entry.code === 'too_many_attempts') {
      if (clock() < throttledAt + THROTTLED_EVERY_MS) return;
      throttledAt = clock();
    }
    await log.begin(entry);
  }

  async function describe(rule: CallRule, input: CallInput): Promise<Pick<NewHistoryEntry, 'subject' | 'changes'>> {
    if (rule.isAboutSettings) return { changes: settingsChanges(input, await before.readSettings()) };
    if (rule.isAboutSecondFactor) return { changes: secondFactorChanges(input, await before.listSecondFactorRoles()) };
    if (!rule.isAboutStaff) return { subject: rule.subject?.(input), changes: rule.changes?.(input) ?? [] };
    const staffId = String(input.params?.['staffId']);
    const member = await before.describeStaff(staffId);
    return { subject: member?.email ?? staffId, changes: rule.changes?.(input, member) ?? [] };
  }

  function watch(authorize: Authorize): Authorize {
    return async (endpoint, context) => {
      try {
        await authorize(endpoint, context);
      } catch (error) {
        const { request } = context;
        if (request.staff && error instanceof Problem && error.code === 'forbidden') {
          const action = request.routeOptions.config.endpoint ?? 'unknown';
          const customerId = customerOf({ params: Object(request.params) as Record<string, unknown> });
          const staff = actorOf(request);
          // Nothing happens: it need not wait for the disk.
          log.record({
            action,
            isRead: false,
            staff,
            customerId,
            requestId: request.id,
            ...outcomeOf(error, request.id),
          });
        }
        throw error;
      }
    };
  }

  return { around, watch, append };
}

/** Gives every request the id under which it is recorded, and what else code that answers it has to say about it. */
export function decorateHistory(app: FastifyInstance): void {
  app.decorateRequest('historyId', undefined);
  app.decorateRequest('beginRecord', undefined);
  app.decorateRequest('hasLeft', false);
}

async function ending(
  run: () => Promise<unknown>,
  end: (outcome: { result: HistoryResult; code?: string }) => Promise<void>,
): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await run();
  } catch (error) {
    await end(outcomeOf(error, ''));
    throw error;
  }
  await end({ result: 'done' });
  return answer;
}

function actorOf({ staff }: FastifyRequest): NewHistoryEntry['staff'] {
  return staff ? { id: staff.id, name: staff.name, role: staff.role } : undefined;
}

function outcomeOf(error: unknown, requestId: string): { result: HistoryResult; code: string } {
  const { status, body } = toWireError(error, requestId);
  const { code } = body;
  if (error instanceof Problem && error.details.isUnclear) return { result: 'unclear', code };
  if (code === 'conflict') return { result: 'conflict', code };
  // Reservie's own limit is no verdict about what was asked.
  return { result: status < 500 && code !== 'rate_limited' ? 'refused' : 'failed', code };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a write: its record. */
    historyId: string | undefined;
    /** Of a save: puts it into the record before it is attempted. @returns the record's id. */
    beginRecord: ((changes: HistoryChange[]) => Promise<string>) | undefined;
    /** Whether it ended the session of a member of staff whom its record does not name: another user is about to sign in. */
    hasLeft: boolean;
  }
}
