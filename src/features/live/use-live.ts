import { useEffect, useEffectEvent } from 'react';
import type { EventStream, LiveListener } from './live-client.ts';
import type { StreamParts } from './shared-stream.ts';

/** @returns what opens a stream, which all windows with this user in them share where the browser can do that. */
async function openStreams(listenAs: string): Promise<(url: string) => EventStream> {
  // Without TLS a browser has locks on its own computer only.
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return (url) => new EventSource(url);
  const { SharedStream } = await import('./shared-stream.ts');
  const parts: StreamParts = {
    lock: (name, signal, work) => navigator.locks.request(name, { signal }, work),
    openChannel: (name) => new BroadcastChannel(name),
    openSource: (url) => new EventSource(url),
  };
  return (url) => new SharedStream(`desk events ${listenAs}`, url, parts);
}

/**
 * Hears what changes at the desk, for as long as the page is open. It is fetched after the page has been drawn.
 * `listenAs` names who is signed in, and as what: without it the page does not listen, another one begins anew.
 * `lastEvent` is the last one before the page was opened: what has happened since is told, too.
 */
export function useLive(listenAs: string | undefined, lastEvent: string | undefined, listener: LiveListener): void {
  const after = useEffectEvent(() => lastEvent);
  const onCustomer = useEffectEvent(listener.onCustomer);
  const onDirectory = useEffectEvent(listener.onDirectory);
  const onView = useEffectEvent(listener.onView);
  const onSignedOut = useEffectEvent(listener.onSignedOut);
  useEffect(() => {
    if (listenAs === undefined) return;
    const end = new AbortController();
    async function begin(listenAs: string) {
      const { LiveClient } = await import('./live-client.ts');
      const openEvents = await openStreams(listenAs);
      if (end.signal.aborted) return;
      const client = new LiveClient(
        {
          onCustomer: (event) => onCustomer(event),
          onDirectory: (event) => onDirectory(event),
          onView: (view) => onView(view),
          onSignedOut: () => onSignedOut(),
        },
        openEvents,
        after(),
      );
      const follow = () => client.setVisible(document.visibilityState === 'visible');
      follow();
      document.addEventListener('visibilitychange', follow, { signal: end.signal });
      end.signal.addEventListener('abort', () => client.setVisible(false));
    }
    // Without it the page works, and reads again as it always did.
    begin(listenAs).catch(() => undefined);
    return () => end.abort();
  }, [listenAs]);
}
