import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { DirectoryRow } from '../directory/directory-protocol.ts';

interface RowHandlers {
  onFocus: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** This page leaves for the customer. */
  onOpen: (row: DirectoryRow, index: number) => void;
  /** `isRange`: with everyone since the last tick. */
  onSelect: (index: number, isSelected: boolean, isRange: boolean) => void;
}

export interface RowActions extends Omit<RowHandlers, 'onOpen'> {
  onClick: (event: MouseEvent, row: DirectoryRow, index: number) => void;
  /** A pointer or the focus rests on a row: the code of a customer's page is fetched. */
  onRest: () => void;
}

/** What rows do, as one object that never changes, whatever the handlers of this moment are. */
export function useRowActions(handlers: RowHandlers): RowActions {
  const router = useRouter();
  const latest = useRef({ handlers });
  useLayoutEffect(() => {
    latest.current = { handlers };
  });
  const [actions] = useState<RowActions>(() => ({
    onFocus: (index) => latest.current.handlers.onFocus(index),
    onKeyDown: (event) => latest.current.handlers.onKeyDown(event),
    onSelect: (...given) => latest.current.handlers.onSelect(...given),
    onClick: (event, row, index) => {
      // Another tab or window, or a download, opens by itself; this page stays where it is.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
      event.preventDefault();
      latest.current.handlers.onOpen(row, index);
      void router.navigate({ to: '/customers/$customerId/overview', params: { customerId: row.customer.id } });
    },
    // Not what it shows: a pointer crosses many rows, and Reservie's calls are few.
    onRest: () => {
      const { routesById } = router;
      for (const part of [routesById['/customers/$customerId'], routesById['/customers/$customerId/overview']]) {
        router.loadRouteChunk(part)?.catch(() => undefined);
      }
    },
  }));
  return actions;
}
