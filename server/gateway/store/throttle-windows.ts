import { sql } from 'kysely';
import type { Store } from './store.ts';

export interface ThrottleWindow {
  /** This one included. */
  attempts: number;
  windowEndsAt: number;
}

/** Counts an attempt in one statement, so that attempts made side by side are all seen. */
export async function countAttempt({ db }: Store, key: string, now: number, windowMs: number): Promise<ThrottleWindow> {
  const windowEndsAt = now + windowMs;
  const end = sql.ref('throttle.windowEndsAt');
  const isOver = sql<boolean>`${end} <= ${now}`;
  // A clock that was set back must not make a window last for days: none ends later than one that begins now. What was
  // counted in it stays: the clocks of two processes differ, and attempts made side by side come in any order.
  const isTooLong = sql<boolean>`${end} > ${windowEndsAt}`;
  return db
    .insertInto('throttle')
    .values({ key, attempts: 1, windowEndsAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        attempts: eb
          .case()
          .when(isOver)
          .then(1)
          .else(eb('throttle.attempts', '+', 1))
          .end(),
        windowEndsAt: eb
          .case()
          .when(sql<boolean>`(${isOver} or ${isTooLong})`)
          .then(windowEndsAt)
          .else(eb.ref('throttle.windowEndsAt'))
          .end(),
      })),
    )
    .returning(['attempts', 'windowEndsAt'])
    .executeTakeFirstOrThrow();
}

/** Takes one attempt back: it was no failure. */
export async function uncountAttempt({ db }: Store, key: string): Promise<void> {
  await db
    .updateTable('throttle')
    .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
    .where('key', '=', key)
    .where('attempts', '>', 0)
    .execute();
}

export async function forgetOldAttempts({ db }: Store, now: number): Promise<void> {
  await db.deleteFrom('throttle').where('windowEndsAt', '<=', now).execute();
}
