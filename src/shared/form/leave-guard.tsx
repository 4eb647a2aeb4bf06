import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './leave-guard.module.css';

/** Asks before unsaved changes are left behind, in the page and when the tab is closed. Render what it returns. */
export function useLeaveGuard(isDirty: boolean): ReactNode {
  const blocker = useBlocker({
    // A change of filter on the same page leaves nothing behind.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return <LeaveDialog onStay={blocker.reset} onLeave={blocker.proceed} />;
}

function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={classes['dialog']} aria-labelledby="leave-title" onClose={onStay}>
      <h2 id="leave-title" className={classes['title']}>
        Leave without saving?
      </h2>
      <p>Your changes have not been saved and would be lost.</p>
      <div className={classes['actions']}>
        <Button onClick={onStay}>Stay here</Button>
        <Button variant="default" onClick={onLeave}>
          Leave without saving
        </Button>
      </div>
    </dialog>
  );
}
