import { Button } from '@mantine/core';
import { Suspense, useEffect, useId, useState } from 'react';
import { lateComponent } from './late-component.tsx';
import type { DialogProps } from './modal-dialog.tsx';

const ModalDialog = lateComponent(
  async () => (await import('./modal-dialog.tsx')).ModalDialog,
  () => PlainDialog,
);

/** Ahead of the first dialog. */
export const preloadDialog = ModalDialog.preload;

/** Mantine's Modal, fetched when the first dialog opens. Open for as long as it is rendered. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <ModalDialog {...props} />
    </Suspense>
  );
}

/**
 * The browser's own dialog, where the other cannot be fetched (gateway down, or updated under an open page): an error
 * would take the page away, and what was typed in it.
 */
function PlainDialog({ title, onClose, actions, children, hasCross = !actions }: DialogProps) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const titleId = useId();
  const close = () => dialog?.close();
  useEffect(() => dialog?.showModal(), [dialog]);
  return (
    <dialog ref={setDialog} aria-labelledby={titleId} aria-modal="true" onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {typeof children === 'function' ? children(close) : children}
      {actions?.(close)}
      {hasCross && <Button onClick={close}>Close</Button>}
    </dialog>
  );
}
