import type { studioSettings } from '#contract/studio-settings.ts';
import type { ServeHandlers } from '#kit/serve.ts';
import { Problem } from '../http/problem.ts';
import type { Store } from '../store/store.ts';
import { readStudioSettings, saveStudioSettings } from '../store/studio-settings.ts';

/** What the studio means by soon, low and new: for all staff to read, for managers to change. */
export function studioSettingsRoutes(store: Store): ServeHandlers<typeof studioSettings> {
  return {
    getStudioSettings: () => readStudioSettings(store),
    changeStudioSettings: async ({ body }) => {
      const saved = await saveStudioSettings(store, body);
      if (saved) return saved;
      throw new Problem(
        'conflict',
        'Another manager changed these settings meanwhile. Reload to see what they say now.',
      );
    },
  };
}
