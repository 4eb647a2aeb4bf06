import { useEffect, useState } from 'react';

const LONGEST_WAIT_MS = 3_000;
const WAIT_MS = 1_500;

/**
 * True once the browser has nothing better to do: for what no first screen waits for. While the page scrolls the wait begins
 * anew: code that is fetched and evaluated would cost frames.
 */
export function useAfterFirstScreen(waitMs = WAIT_MS): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (isOver) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function wait() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!('requestIdleCallback' in window)) return setOver(true);
        window.requestIdleCallback(() => setOver(true), { timeout: LONGEST_WAIT_MS });
      }, waitMs);
    }
    wait();
    addEventListener('scroll', wait);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', wait);
    };
  }, [isOver, waitMs]);
  return isOver;
}
