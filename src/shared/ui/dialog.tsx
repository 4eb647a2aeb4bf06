import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './dialog.module.css';

interface DialogProps {
  title: ReactNode;
  /** However it was closed: by Esc, or by `closeDialog`. */
  onClose: () => void;
  /** Buttons below the rest. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A native dialog: it traps the focus, closes on Esc and gives the focus back. Open for as long as it is rendered. */
export function Dialog({ title, onClose, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={classes['dialog']} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} className={classes['title']}>
        {title}
      </h2>
      {children}
      {actions && <div className={classes['actions']}>{actions}</div>}
    </dialog>
  );
}

/** For a button in the dialog. Closed like this the dialog gives the focus back, which it does not when it is removed. */
export function closeDialog({ currentTarget }: MouseEvent): void {
  currentTarget.closest('dialog')?.close();
}
