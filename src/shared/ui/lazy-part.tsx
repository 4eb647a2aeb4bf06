import { type ReactNode, lazy } from 'react';
import { explainMissing } from '#shared/api/explain-missing.ts';
import { Dialog } from './dialog.tsx';
import { ErrorPanel } from './error-panel.tsx';

type Component<Props> = (props: Props) => ReactNode;

/**
 * A part that comes late and that a user has asked for: where it cannot be fetched, its place says so and offers to
 * reload. An error would take the whole page away with it, and what was typed and ticked there.
 */
export function lazyPart<Props extends object>(load: () => Promise<Component<Props>>) {
  return lazyOr(load, (_props, panel) => panel);
}

/** The same for a dialog: it says so in a dialog of its own, because its place may be out of sight. */
export function lazyDialog<Props extends object>(title: string, load: () => Promise<Component<Props>>) {
  return lazyOr<Props & { onClose: () => void }>(load, ({ onClose }, panel) => (
    <Dialog title={title} onClose={onClose}>
      {panel}
    </Dialog>
  ));
}

function lazyOr<Props extends object>(
  load: () => Promise<Component<Props>>,
  showMissing: (props: Props, panel: ReactNode) => ReactNode,
) {
  return lazy(async (): Promise<{ default: Component<Props> }> => {
    try {
      return { default: await load() };
    } catch (error) {
      const panel = <ErrorPanel error={await explainMissing(error)} onRetry={() => window.location.reload()} />;
      return { default: (props) => showMissing(props, panel) };
    }
  });
}
