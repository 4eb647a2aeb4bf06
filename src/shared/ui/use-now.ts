import { useEffect, useState, useSyncExternalStore } from 'react';
import { gatewayClockOffset, watchGatewayClock } from '#shared/format/gateway-clock.ts';

const MINUTE_MS = 60_000;

/**
 * The moment by the gateway's clock, in ms since 1970, renewed every minute: a desk's screen stays open over midnight, and
 * its own clock may be wrong.
 */
export function useNow(): number {
  const offset = useSyncExternalStore(watchGatewayClock, gatewayClockOffset);
  const [told, setTold] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTold(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return told + offset;
}
