import { DEFAULT_STUDIO_SETTINGS, type KnownSettings, StudioSettings } from '#contract/studio-settings.ts';
import type { Store } from './store.ts';

const ONLY_ROW = 1;

/** The defaults until a manager has changed something. A setting that is newer than what was saved has its default. */
export async function readStudioSettings({ db }: Pick<Store, 'db'>): Promise<KnownSettings> {
  const row = await db.selectFrom('studioSettings').select(['revision', 'settings']).executeTakeFirst();
  if (!row) return { revision: 0, settings: DEFAULT_STUDIO_SETTINGS };
  const settings = StudioSettings.parse({ ...DEFAULT_STUDIO_SETTINGS, ...Object(JSON.parse(row.settings)) });
  return { revision: row.revision, settings };
}

/**
 * Of two managers who edited the same revision only the first one saves.
 *
 * @returns what is saved now, or nothing when `revision` is not the one that is there.
 */
export async function saveStudioSettings(
  { db }: Pick<Store, 'db'>,
  { revision, settings }: KnownSettings,
): Promise<KnownSettings | undefined> {
  const next = { revision: revision + 1, settings: JSON.stringify(settings) };
  const { changed } =
    revision === 0
      ? await db
          .insertInto('studioSettings')
          .values({ id: ONLY_ROW, ...next })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows = 0n }) => ({ changed: numInsertedOrUpdatedRows }))
      : await db
          .updateTable('studioSettings')
          .set(next)
          .where('id', '=', ONLY_ROW)
          .where('revision', '=', revision)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => ({ changed: numUpdatedRows }));
  return changed === 0n ? undefined : { revision: next.revision, settings };
}
