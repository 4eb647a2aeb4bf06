import type { ReactNode } from 'react';
import { explainMissing } from '#shared/api/explain-missing.ts';
import { Dialog } from './dialog.tsx';
import { ErrorPanel } from './error-panel.tsx';
import { type Component, lateComponent } from './late-component.tsx';

/**
 * A part that comes late and that a user has asked for: where it cannot be fetched, its place says so and offers to
 * reload. An error would take the whole page away with it, and what was typed and ticked there.
 */
export function lazyPart<Props extends object>(load: () => Promise<Component<Props>>) {
  return lateComponent(load, async (error) => {
    const panel = await explain(error);
    return () => panel;
  });
}

/** The same for a dialog: it says so in a dialog of its own, because its place may be out of sight. */
export function lazyDialog<Props extends object>(title: string, load: () => Promise<Component<Props>>) {
  return lateComponent<Props & { onClose: () => void }>(load, async (error) => {
    const panel = await explain(error);
    return ({ onClose }) => (
      <Dialog title={title} onClose={onClose}>
        {panel}
      </Dialog>
    );
  });
}

async function explain(error: unknown): Promise<ReactNode> {
  return <ErrorPanel error={await explainMissing(error)} onRetry={() => window.location.reload()} />;
}
