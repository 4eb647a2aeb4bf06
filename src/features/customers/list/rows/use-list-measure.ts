import { type RefObject, useLayoutEffect, useState } from 'react';

export interface ListMeasure {
  /** How far from the top of the page the list begins, in pixels, while what stands above it comes and goes. */
  top: number;
  /** Of the list, in pixels; 0 before it is measured. */
  width: number;
  /** So many pixels are 1 rem. */
  rem: number;
}

// As it was when the list was left: coming back, it will be so again.
let latest: ListMeasure | undefined;

/**
 * Measured once the browser has laid the page out for the next frame: to measure while the page is drawn would have it
 * laid out twice.
 */
export function useListMeasure(list: RefObject<HTMLElement | null>): ListMeasure {
  const [measure, setMeasure] = useState(() => (latest ??= { top: 0, width: 0, rem: readRem() }));
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => {
      if (!list.current) return;
      const { top, width } = list.current.getBoundingClientRect();
      const next = { top: Math.round(top + window.scrollY), width: Math.round(width), rem: readRem() };
      if (next.top !== latest?.top || next.width !== latest.width || next.rem !== latest.rem) latest = next;
      setMeasure(latest);
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return measure;
}

function readRem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
