import { Suspense, lazy } from 'react';
import type { DialogProps } from './modal-dialog.tsx';

const ModalDialog = lazy(() => import('./modal-dialog.tsx').then((module) => ({ default: module.ModalDialog })));

/** Mantine's Modal, fetched when the first dialog opens. Open for as long as it is rendered. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <ModalDialog {...props} />
    </Suspense>
  );
}
