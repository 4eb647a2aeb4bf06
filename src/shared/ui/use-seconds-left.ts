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

/** Seconds still to wait: "40 s", "14 min 5 s". */
export function formatCountdown(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
