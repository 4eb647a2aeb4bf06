import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { Dialog, preloadDialog } from '../ui/dialog.tsx';

/** Asks before unsaved changes are left behind, in the page and when the tab is closed. Render what it returns. */
export function useLeaveGuard(isDirty: boolean): ReactNode {
  const blocker = useBlocker({
    // A change of filter on the same page leaves nothing behind.
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  useEffect(() => {
    // The question must be there to be asked, also once the gateway is down.
    if (isDirty) preloadDialog();
  }, [isDirty]);
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog
      title="Leave without saving?"
      onClose={blocker.reset}
      actions={(stay) => (
        <>
          <Button onClick={stay}>Stay here</Button>
          <Button variant="default" onClick={blocker.proceed}>
            Leave without saving
          </Button>
        </>
      )}
    >
      <p>Your changes have not been saved and would be lost.</p>
    </Dialog>
  );
}
