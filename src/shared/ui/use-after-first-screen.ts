import { useEffect, useState } from 'react';

const LONGEST_WAIT_MS = 3_000;
const WAIT_MS = 1_500;

/** True once the browser has nothing better to do: for what no first screen waits for. */
export function useAfterFirstScreen(waitMs = WAIT_MS): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let stop = () => undefined as void;
    const timer = setTimeout(() => {
      if (!('requestIdleCallback' in window)) return setOver(true);
      const idle = window.requestIdleCallback(() => setOver(true), { timeout: LONGEST_WAIT_MS });
      stop = () => window.cancelIdleCallback(idle);
    }, waitMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [waitMs]);
  return isOver;
}
