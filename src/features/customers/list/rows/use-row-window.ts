import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { RowHeights } from './row-heights.ts';

/** Rows drawn above and below what is on screen: more of them where the page is scrolled to. */
const SPARE = { ahead: 10, still: 7, behind: 4 };
/** And in the first frame: what is on screen is there sooner. */
const SPARE_AT_FIRST = 1;
/** The page no longer scrolls when it has stood still for so long. */
const REST_MS = 150;
/** What covers the page's top (bar and headings) and its end (the selection's bar): no focused row lies under it. */
const HEAD_HEIGHT = 100;
const BAR_HEIGHT = 100;

interface RowWindowOptions {
  body: RefObject<HTMLTableSectionElement | null>;
  count: number;
  /** In pixels: what a row is high, or is taken for until it is drawn. */
  usualHeight: number;
  /** Rows differ in height: each one that is drawn is measured. */
  isMeasured: boolean;
  /** Where the first row begins, from the top of the page. */
  margin: number;
  /** Where the page is scrolled to at first. */
  openAt: number | undefined;
}

/** Which rows of a long list stand on the screen, while the page itself scrolls. */
export function useRowWindow({ body, count, usualHeight, isMeasured, margin, openAt }: RowWindowOptions) {
  const [view, setView] = useState(() => ({ top: openAt ?? window.scrollY, height: window.innerHeight, step: 0 }));
  const [heights, setHeights] = useState(() => new RowHeights(count, usualHeight));
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  if (heights.usual !== usualHeight) setHeights(new RowHeights(count, usualHeight));
  else if (heights.count !== count) setHeights(heights.withCount(count));

  const first = heights.indexAt(view.top - margin);
  const last = heights.indexAt(view.top - margin + view.height);

  /** The row that is being scrolled to, until those around it have been measured. */
  const target = useRef<number>(undefined);
  /** By how much rows above the screen turned out to be higher than they were taken for. */
  const shift = useRef(0);
  const look = useEffectEvent(() => {
    const { scrollY: top, innerHeight: height } = window;
    const isSame = heights.indexAt(top - margin) === first && heights.indexAt(top - margin + height) === last;
    if (isSame) target.current = undefined;
    // Before the browser paints what it has scrolled to.
    else flushSync(() => setView({ top, height, step: Math.sign(top - view.top) }));
  });
  useEffect(() => {
    const resized = () => {
      look();
      redraw();
    };
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', resized);
    };
  }, []);

  useEffect(() => {
    if (view.step === 0) return;
    let frame = 0;
    const timer = setTimeout(() => {
      // On a slow computer the page may have been scrolled on: the next frame tells so first.
      frame = requestAnimationFrame(() => setView((moved) => ({ ...moved, step: 0 })));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [view]);

  const [isFirstFrame, setFirstFrame] = useState(!isMeasured);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setFirstFrame(false));
    return () => cancelAnimationFrame(frame);
  }, []);

  useLayoutEffect(() => {
    if (openAt !== undefined) window.scrollTo({ top: openAt });
  }, [openAt]);

  const measure = useEffectEvent(() => {
    if (!isMeasured || !body.current) return;
    if (shift.current !== 0) window.scrollBy({ top: shift.current });
    shift.current = 0;
    let hasChanged = false;
    for (const row of body.current.rows) {
      const index = Number(row.dataset['index']);
      const isAbove = margin + heights.startOf(index) < window.scrollY;
      const change = heights.measure(index, row.offsetHeight);
      if (change === 0) continue;
      hasChanged = true;
      // What is on screen stays where it is.
      if (isAbove) shift.current += change;
    }
    if (hasChanged) redraw();
    else if (target.current !== undefined) {
      align(target.current);
      target.current = undefined;
    }
  });
  useLayoutEffect(() => measure());

  function align(index: number): boolean {
    const start = margin + heights.startOf(index);
    const end = start + heights.heightOf(index);
    const { scrollY, innerHeight } = window;
    if (start < scrollY + HEAD_HEIGHT) window.scrollTo({ top: start - HEAD_HEIGHT });
    else if (end > scrollY + innerHeight - BAR_HEIGHT) window.scrollTo({ top: end - innerHeight + BAR_HEIGHT });
    else return false;
    return true;
  }

  function scrollTo(index: number) {
    if (align(index) && isMeasured) target.current = index;
  }

  /** `kept` is drawn wherever it is: a focus would be lost with its row. */
  function rowsWith(kept: number): number[] {
    const [above, below] = isFirstFrame ? [SPARE_AT_FIRST, SPARE_AT_FIRST] : spareRows(view.step);
    const from = Math.max(0, first - above);
    // While the page scrolls the same number of rows in each frame, so that none is made or removed.
    const least = isMeasured || view.step === 0 ? 0 : Math.ceil(view.height / usualHeight) + 1 + above + below;
    const end = Math.min(count, Math.max(last + 1 + below, from + least));
    const rows = Array.from({ length: end - from }, (_, at) => from + at);
    if (kept < count && (kept < from || kept >= end)) rows.splice(kept < from ? 0 : rows.length, 0, kept);
    return rows;
  }

  return { heights, first, last, isMoving: view.step !== 0, rowsWith, scrollTo };
}

function spareRows(step: number): [above: number, below: number] {
  if (step === 0) return [SPARE.still, SPARE.still];
  return step > 0 ? [SPARE.behind, SPARE.ahead] : [SPARE.ahead, SPARE.behind];
}
