import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import * as z from 'zod/mini';
import { HistoryChange, type Confirmation, type HistoryEntry, type HistoryResult } from '#contract/history.ts';
import { CustomerId } from '#contract/id.ts';
import type { Role } from '#contract/role.ts';
import { makeRecordId } from './record-id.ts';
import { type Store, storable } from './store.ts';
import type { Tables } from './tables.ts';

interface Actor {
  id: string;
  name: string;
  role: Role;
}

/** What is recorded of one act. */
export interface NewHistoryEntry {
  at: number;
  /** As they were then; absent when no user is known. */
  staff?: Actor | undefined;
  action: string;
  isRead: boolean;
  customerId?: string | undefined;
  subject?: string | undefined;
  changes?: readonly HistoryChange[];
  /** Left out for what is recorded before it is done. */
  result?: HistoryResult;
  code?: string | undefined;
  requestId?: string | undefined;
}

export interface HistoryFilter {
  customerId?: string | undefined;
  staffId?: string | undefined;
  changesOnly: boolean;
}

/** A statement of so many rows stays below the databases' limits for parameters. */
const ROWS_AT_ONCE = 500;

/** @returns the ids, in the same order. */
export async function appendHistory({ db }: Pick<Store, 'db'>, entries: readonly NewHistoryEntry[]): Promise<string[]> {
  const rows = entries.map((entry) => ({
    id: makeRecordId(entry.at),
    at: entry.at,
    staffId: entry.staff?.id ?? null,
    staffName: entry.staff ? storable(entry.staff.name) : null,
    staffRole: entry.staff?.role ?? null,
    action: entry.action,
    isRead: entry.isRead ? 1 : 0,
    customerId: entry.customerId ?? null,
    subject: entry.subject === undefined ? null : storable(entry.subject),
    changes: JSON.stringify(entry.changes ?? []),
    result: entry.result ?? null,
    code: entry.code ?? null,
    requestId: entry.requestId ?? null,
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('history')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
  return rows.map(({ id }) => id);
}

export interface Outcome {
  at: number;
  result: HistoryResult | Confirmation;
  code?: string | undefined;
}

export async function appendOutcome({ db }: Pick<Store, 'db'>, historyId: string, outcome: Outcome): Promise<void> {
  const { at, result, code = null } = outcome;
  await db
    .insertInto('historyOutcome')
    .values({ id: makeRecordId(at), historyId, at, result, code })
    .execute();
}

/** Whether a record of a write has its good end already. */
export async function isDone(db: Store['db'], historyId: string): Promise<boolean> {
  const outcome = await db
    .selectFrom('historyOutcome')
    .select('id')
    .where('historyId', '=', historyId)
    .where('result', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  return outcome !== undefined;
}

function outcomesOf(eb: ExpressionBuilder<Tables, 'history'>) {
  return eb
    .selectFrom('historyOutcome')
    .select('historyOutcome.id')
    .whereRef('historyOutcome.historyId', '=', 'history.id');
}

/** Not from before its customer was forgotten. */
export function isRemembered(eb: ExpressionBuilder<Tables, 'history'>) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('forgottenCustomer')
        .select('forgottenCustomer.customerId')
        .whereRef('forgottenCustomer.customerId', '=', 'history.customerId')
        .whereRef('forgottenCustomer.at', '>=', 'history.at'),
    ),
  );
}

/** Saves of profiles since `since` whose end, or whose confirmation, is not recorded; the oldest first. */
export async function listUnsettledWrites(store: Pick<Store, 'db'>, since: number): Promise<HistoryEntry[]> {
  const { db } = store;
  const rows = await db
    .selectFrom('history')
    .selectAll()
    .where('action', '=', 'updateProfile')
    .where('id', '>=', makeRecordId(since).slice(0, 9))
    .where('result', 'is', null)
    .where((eb) =>
      eb.or([
        eb.not(eb.exists(outcomesOf(eb))),
        eb.and([
          eb.exists(outcomesOf(eb).where('historyOutcome.result', '=', 'done')),
          eb.not(eb.exists(outcomesOf(eb).where('historyOutcome.result', 'in', ['confirmed', 'not_confirmed']))),
        ]),
      ]),
    )
    .orderBy('id')
    .limit(ROWS_AT_ONCE)
    .execute();
  return complete(db, rows);
}

/** Ids of other acts that were begun between two moments, and whose end is not recorded. */
export async function listOpenActs({ db }: Pick<Store, 'db'>, since: number, before: number): Promise<string[]> {
  const rows = await db
    .selectFrom('history')
    .select('id')
    .where('action', '!=', 'updateProfile')
    .where('isRead', '=', 0)
    .where('result', 'is', null)
    .where('id', '>=', makeRecordId(since).slice(0, 9))
    .where('at', '<', before)
    .where((eb) => eb.not(eb.exists(outcomesOf(eb))))
    .limit(ROWS_AT_ONCE)
    .execute();
  return rows.map(({ id }) => id);
}

export async function findEntry({ db }: Pick<Store, 'db'>, id: string): Promise<HistoryEntry | undefined> {
  const rows = await db.selectFrom('history').selectAll().where('id', '=', id).execute();
  return (await complete(db, rows))[0];
}

/** A page, the newest first; `page` counts from 0. */
export async function listHistory(
  { db }: Store,
  filter: HistoryFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ data: HistoryEntry[]; total: number }> {
  const { total } = await narrow(db.selectFrom('history'), filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await narrow(db.selectFrom('history'), filter)
    .selectAll()
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset(page * pageSize)
    .execute();
  return { data: await complete(db, rows), total };
}

/** Everything, the newest first, some hundred at a time; what is added meanwhile is left out. */
export async function* readHistory({ db }: Store, filter: HistoryFilter): AsyncGenerator<HistoryEntry[]> {
  let before: string | undefined;
  for (;;) {
    let query = narrow(db.selectFrom('history'), filter).selectAll().orderBy('id', 'desc').limit(ROWS_AT_ONCE);
    if (before !== undefined) query = query.where('id', '<', before);
    const rows = await query.execute();
    before = rows.at(-1)?.id;
    if (before === undefined) return;
    yield await complete(db, rows);
  }
}

/** What was written to profiles since `since`, or perhaps was, the oldest first. */
export async function listProfileWrites(
  { db }: Pick<Store, 'db'>,
  since: number,
  customerId?: string,
): Promise<HistoryEntry[]> {
  let query = db
    .selectFrom('history')
    .selectAll()
    .where('action', '=', 'updateProfile')
    .where('at', '>=', since)
    .where(isRemembered);
  // Ids begin with the moment, and have an index.
  query = query.where('id', '>=', makeRecordId(since).slice(0, 9)).orderBy('id');
  if (customerId !== undefined) query = query.where('customerId', '=', customerId);
  return complete(db, await query.execute());
}

function narrow<Row>(query: SelectQueryBuilder<Tables, 'history', Row>, filter: HistoryFilter) {
  let narrowed = query;
  if (filter.customerId !== undefined) narrowed = narrowed.where('customerId', '=', filter.customerId);
  if (filter.staffId !== undefined) narrowed = narrowed.where('staffId', '=', filter.staffId);
  if (filter.changesOnly) narrowed = narrowed.where('isRead', '=', 0);
  return narrowed;
}

const Changes = z.array(HistoryChange);
type Row = Tables['history'];

async function complete(db: Store['db'], rows: readonly Row[]): Promise<HistoryEntry[]> {
  const begun = rows.filter((row) => row.result === null).map((row) => row.id);
  const outcomes =
    begun.length === 0
      ? []
      : await db.selectFrom('historyOutcome').selectAll().where('historyId', 'in', begun).orderBy('id').execute();
  const ends = new Map<string, Pick<HistoryEntry, 'result' | 'confirmation' | 'code'>>();
  for (const { historyId, result, code } of outcomes) {
    const end = ends.get(historyId) ?? { result: null, confirmation: null, code: null };
    ends.set(
      historyId,
      result === 'confirmed' || result === 'not_confirmed'
        ? { ...end, confirmation: result }
        : { ...end, result, code },
    );
  }
  const staffIds = [...new Set(rows.flatMap(({ staffId }) => staffId ?? []))];
  const accounts =
    staffIds.length === 0
      ? []
      : await db.selectFrom('user').select(['id', 'email']).where('id', 'in', staffIds).execute();
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return rows.map((row) => {
    const { staffId, staffName, staffRole } = row;
    const customerId = CustomerId.safeParse(row.customerId);
    const end = ends.get(row.id) ?? { result: row.result, confirmation: null, code: row.code };
    return {
      id: row.id,
      at: new Date(row.at).toISOString(),
      staff:
        staffId === null || staffName === null || staffRole === null
          ? null
          : { id: staffId, name: staffName, role: staffRole, email: emails.get(staffId) ?? null },
      action: row.action,
      customerId: customerId.success ? customerId.data : null,
      subject: row.subject,
      changes: Changes.parse(JSON.parse(row.changes)),
      ...end,
      requestId: row.requestId,
    };
  });
}
