import { noop, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { readAtHand } from '#shared/customer/read-at-hand.ts';
import { personName } from '#contract/person-name.ts';
import { noteKnownCustomer } from '../../directory/known-customer.tsx';
import type { DirectoryRow } from '../../directory/directory-protocol.ts';

/** A pointer that crosses rows rests on none of them. As the router's links wait. */
const REST_MS = 50;

interface RowHandlers {
  rowAt: (index: number) => DirectoryRow | undefined;
  /** Rows pass below the pointer, which is not meant. */
  isMoving: boolean;
  onFocus: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** This page leaves for the customer. */
  onOpen: (row: DirectoryRow, index: number) => void;
  /** `isRange`: with all since the last tick. */
  onSelect: (index: number, isSelected: boolean, isRange: boolean) => void;
}

/** Which row it was stands in the element, so that all rows share these. */
export interface RowActions {
  /** Where it rests, the code of a customer's page is fetched, and what the gateway keeps for it. */
  onFocus: (event: FocusEvent) => void;
  /** As with the focus; and what may be cut short is shown in full. */
  onPointerEnter: (event: PointerEvent) => void;
  onPointerLeave: (event: PointerEvent) => void;
  onMouseDown: (event: MouseEvent) => void;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onTick: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** What rows do, as one object that never changes, whatever the handlers of this moment are. */
export function useRowActions(handlers: RowHandlers): RowActions {
  const router = useRouter();
  const queryClient = useQueryClient();
  const latest = useRef<{ handlers: RowHandlers; rest?: ReturnType<typeof setTimeout> }>({ handlers });
  useLayoutEffect(() => {
    latest.current.handlers = handlers;
  });
  useEffect(() => () => clearTimeout(latest.current.rest), []);

  const [actions] = useState<RowActions>(() => {
    function rowOf(element: Element): DirectoryRow | undefined {
      return latest.current.handlers.rowAt(indexOf(element));
    }

    function rest(link: Element) {
      clearTimeout(latest.current.rest);
      latest.current.rest = setTimeout(() => {
        if (latest.current.handlers.isMoving) return rest(link);
        const row = rowOf(link);
        if (!row) return;
        const { routesById } = router;
        for (const part of [routesById['/customers/$customerId'], routesById['/customers/$customerId/overview']]) {
          router.loadRouteChunk(part)?.catch(noop);
        }
        // Not what Reservie would have to be asked for: a pointer crosses many rows, and its calls are few.
        void readAtHand(queryClient, row.customer.id);
        if (link.matches(':hover')) link.setAttribute('title', describeRow(row));
      }, REST_MS);
    }

    return {
      onFocus: ({ currentTarget }) => {
        latest.current.handlers.onFocus(indexOf(currentTarget));
        rest(currentTarget);
      },
      onPointerEnter: ({ currentTarget }) => rest(currentTarget),
      onPointerLeave: ({ currentTarget }) => {
        clearTimeout(latest.current.rest);
        currentTarget.removeAttribute('title');
      },
      onMouseDown: ({ currentTarget }) => {
        const customerId = rowOf(currentTarget)?.customer.id;
        if (customerId === undefined) return;
        router.preloadRoute({ to: '/customers/$customerId/overview', params: { customerId } }).catch(noop);
      },
      onClick: (event) => {
        // Another tab or window, or a download, opens by itself; this page stays where it is.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        const row = rowOf(event.currentTarget);
        if (!row) return;
        noteKnownCustomer(queryClient, row.customer);
        latest.current.handlers.onOpen(row, indexOf(event.currentTarget));
        void router.navigate({ to: '/customers/$customerId/overview', params: { customerId: row.customer.id } });
      },
      onKeyDown: (event) => latest.current.handlers.onKeyDown(event),
      onTick: ({ currentTarget, nativeEvent }) =>
        latest.current.handlers.onSelect(indexOf(currentTarget), currentTarget.checked, hasShift(nativeEvent)),
    };
  });
  return actions;
}

/** The cells of a row that may be cut short. */
function describeRow({ customer }: DirectoryRow): string {
  return [personName(customer), customer.email, customer.mobile].filter(Boolean).join('\n');
}

function indexOf(element: Element): number {
  return Number(element.closest('tr')?.dataset['index']);
}

function hasShift(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true;
}
