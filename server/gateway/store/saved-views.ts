import type { SavedView } from '#contract/shortcuts.ts';
import { makeRecordId } from './record-id.ts';
import type { Store } from './store.ts';

/** Who asks. `isManager`: may change what others share. */
export interface Viewer {
  id: string;
  isManager: boolean;
}

export interface ViewValues {
  name: string;
  search: string;
  isShared: boolean;
}

/** The most views one member of staff keeps. */
const MOST_VIEWS = 100;

/** Own ones and those that others share, in order of their names. */
export async function listViews({ db }: Store, viewer: Viewer): Promise<SavedView[]> {
  const rows = await selectViews(db)
    .where((eb) => eb.or([eb('savedView.staffId', '=', viewer.id), eb('savedView.isShared', '=', 1)]))
    .orderBy('savedView.name')
    .orderBy('savedView.id')
    .execute();
  return rows.map((row) => toView(row, viewer));
}

/** `undefined`: there are too many already. */
export async function createView(
  store: Store,
  viewer: Viewer,
  { name, search, isShared }: ViewValues,
  now: number,
): Promise<SavedView | undefined> {
  const { db } = store;
  const { count } = await db
    .selectFrom('savedView')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('staffId', '=', viewer.id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_VIEWS) return undefined;
  const id = makeRecordId(now);
  await db
    .insertInto('savedView')
    .values({ id, staffId: viewer.id, name, search, isShared: isShared ? 1 : 0 })
    .execute();
  return findView(store, viewer, id);
}

/** `undefined`: there is none that this viewer may change. */
export async function changeView(
  store: Store,
  viewer: Viewer,
  id: string,
  { name, search, isShared }: { [Name in keyof ViewValues]?: ViewValues[Name] | undefined },
): Promise<SavedView | undefined> {
  const values = {
    ...(name !== undefined && { name }),
    ...(search !== undefined && { search }),
    ...(isShared !== undefined && { isShared: isShared ? 1 : 0 }),
  };
  if (Object.keys(values).length > 0) {
    const { numUpdatedRows } = await store.db
      .updateTable('savedView')
      .set(values)
      .where('id', '=', id)
      .where((eb) => eb.or([eb('staffId', '=', viewer.id), eb('isShared', '=', viewer.isManager ? 1 : 2)]))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return undefined;
  }
  return findView(store, viewer, id);
}

/** Whether there was one that this viewer may remove. */
export async function removeView({ db }: Store, viewer: Viewer, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('savedView')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('staffId', '=', viewer.id), eb('isShared', '=', viewer.isManager ? 1 : 2)]))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function findView({ db }: Store, viewer: Viewer, id: string): Promise<SavedView | undefined> {
  const row = await selectViews(db).where('savedView.id', '=', id).executeTakeFirst();
  return row && toView(row, viewer);
}

function selectViews(db: Store['db']) {
  return db
    .selectFrom('savedView')
    .innerJoin('user', 'user.id', 'savedView.staffId')
    .select(['savedView.id', 'savedView.staffId', 'savedView.name', 'savedView.search', 'savedView.isShared'])
    .select('user.name as by');
}

interface ViewRow {
  id: string;
  staffId: string;
  name: string;
  search: string;
  isShared: number;
  by: string;
}

function toView({ id, staffId, name, search, isShared, by }: ViewRow, viewer: Viewer): SavedView {
  return { id, name, search, isShared: isShared === 1, isOwn: staffId === viewer.id, by };
}
