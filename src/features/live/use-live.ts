import { useEffect, useEffectEvent } from 'react';
import type { LiveListener } from './live-client.ts';

/**
 * Hears what changes at the desk, for as long as the page is open. It is fetched after the page has been drawn.
 * `listenAs` names who is signed in, and as what: without it the page does not listen, another one begins anew.
 */
export function useLive(listenAs: string | undefined, listener: LiveListener): void {
  const onCustomer = useEffectEvent(listener.onCustomer);
  const onDirectory = useEffectEvent(listener.onDirectory);
  const onView = useEffectEvent(listener.onView);
  const onSignedOut = useEffectEvent(listener.onSignedOut);
  useEffect(() => {
    if (listenAs === undefined) return;
    const end = new AbortController();
    async function begin() {
      const { LiveClient } = await import('./live-client.ts');
      if (end.signal.aborted) return;
      const client = new LiveClient(
        {
          onCustomer: (event) => onCustomer(event),
          onDirectory: (event) => onDirectory(event),
          onView: (view) => onView(view),
          onSignedOut: () => onSignedOut(),
        },
        (url) => new EventSource(url),
      );
      const follow = () => client.setVisible(document.visibilityState === 'visible');
      follow();
      document.addEventListener('visibilitychange', follow, { signal: end.signal });
      end.signal.addEventListener('abort', () => client.setVisible(false));
    }
    // Without it the page works, and reads again as it always did.
    begin().catch(() => undefined);
    return () => end.abort();
  }, [listenAs]);
}
