import { noop, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import { readAtHand } from '#shared/customer/read-at-hand.ts';
import { noteKnownCustomer } from '../directory/known-customer.tsx';
import type { DirectoryRow } from '../directory/directory-protocol.ts';

/** A pointer that crosses rows rests on none of them. As the router's links wait. */
const REST_MS = 50;

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
  /** A pointer or the focus rests on a row: the code of a customer's page is fetched, and what the gateway keeps for it. */
  onRest: (customer: Customer) => void;
  /** A click has begun. */
  onPress: (customer: Customer) => void;
}

/** What rows do, as one object that never changes, whatever the handlers of this moment are. */
export function useRowActions(handlers: RowHandlers): RowActions {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { routesById } = router;
  const latest = useRef<{ handlers: RowHandlers; rest?: ReturnType<typeof setTimeout> }>({ handlers });
  useLayoutEffect(() => {
    latest.current.handlers = handlers;
  });
  const [actions] = useState<RowActions>(() => ({
    onFocus: (index) => latest.current.handlers.onFocus(index),
    onKeyDown: (event) => latest.current.handlers.onKeyDown(event),
    onSelect: (...given) => latest.current.handlers.onSelect(...given),
    onClick: (event, row, index) => {
      // Another tab or window, or a download, opens by itself; this page stays where it is.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
      event.preventDefault();
      noteKnownCustomer(queryClient, row.customer);
      latest.current.handlers.onOpen(row, index);
      void router.navigate({ to: '/customers/$customerId/overview', params: { customerId: row.customer.id } });
    },
    onRest: ({ id: customerId }) => {
      clearTimeout(latest.current.rest);
      latest.current.rest = setTimeout(() => {
        for (const part of [routesById['/customers/$customerId'], routesById['/customers/$customerId/overview']]) {
          router.loadRouteChunk(part)?.catch(noop);
        }
        // Not what Reservie would have to be asked for: a pointer crosses many rows, and its calls are few.
        void readAtHand(queryClient, customerId);
      }, REST_MS);
    },
    onPress: ({ id: customerId }) => {
      router.preloadRoute({ to: '/customers/$customerId/overview', params: { customerId } }).catch(noop);
    },
  }));
  return actions;
}
