import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CustomerId } from '#contract/id.ts';

/** Call what it returns when Reservie’s own page is opened: on coming back, what may have changed there is read again. */
export function useReadAgainOnReturn(customerId: CustomerId): () => void {
  const queryClient = useQueryClient();
  const hasLeft = useRef(false);
  useEffect(() => {
    function onFocus() {
      if (!hasLeft.current) return;
      hasLeft.current = false;
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.some((part) => part === customerId || isAbout(part, customerId)),
      });
    }
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [queryClient, customerId]);
  return () => {
    hasLeft.current = true;
  };
}

function isAbout(part: unknown, customerId: CustomerId): boolean {
  return typeof part === 'object' && part !== null && 'customerId' in part && part.customerId === customerId;
}
