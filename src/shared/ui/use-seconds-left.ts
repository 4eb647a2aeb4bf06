import { useEffect, useState } from 'react';

/** Counts down from `waitMs` after `since` changed; 0 when there is nothing to wait for. */
export function useSecondsLeft(waitMs: number | undefined, since: unknown): number {
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    const end = Date.now() + (waitMs ?? 0);
    function tick() {
      setSecondsLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    }
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [waitMs, since]);
  return secondsLeft;
}
