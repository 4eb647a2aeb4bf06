import { type ReactNode, Suspense, lazy } from 'react';

export interface DialogProps {
  title: ReactNode;
  /** Called once it is closed: by Esc, by its cross, beside it, or by `close`. */
  onClose: () => void;
  /** Buttons below the rest. */
  actions?: (close: () => void) => ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  size?: 'md' | 'lg' | 'xl';
}

const ModalDialog = lazy(() => import('./modal-dialog.tsx').then((module) => ({ default: module.ModalDialog })));

/** Mantine's Modal, fetched when the first dialog opens. Open for as long as it is rendered. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <ModalDialog {...props} />
    </Suspense>
  );
}
