import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LEAST_AHEAD, type Movement, aheadFrom, isEnough, spareRows } from './draw-ahead.ts';
import { RowHeights } from './row-heights.ts';

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

/** What the rows were drawn for last. */
interface View extends Movement {
  top: number;
  height: number;
}

/** Which rows of a long list stand on the screen, while the page itself scrolls. */
export function useRowWindow({ body, count, usualHeight, isMeasured, margin, openAt }: RowWindowOptions) {
  const [view, setView] = useState<View>(() => ({ ...viewNow(), ...(openAt !== undefined && { top: openAt }) }));
  const [heights, setHeights] = useState(() => new RowHeights(count, usualHeight));
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  if (heights.usual !== usualHeight) setHeights(new RowHeights(count, usualHeight));
  else if (heights.count !== count) setHeights(heights.withCount(count));

  const [isFirstFrame, setFirstFrame] = useState(!isMeasured);
  const drawn = drawnRows();
  /** When and to where the page was scrolled last, and by how many rows. */
  const moved = useRef({ at: 0, to: view.top, rows: 0 });

  /** The row that is being scrolled to, until those around it have been measured. */
  const target = useRef<number>(undefined);
  /** By how much rows above the screen turned out to be higher than they were taken for. */
  const shift = useRef(0);
  const look = useEffectEvent(({ timeStamp }: Event) => {
    const { top, height } = viewNow();
    const step = Math.sign(top - view.top);
    const rows = Math.ceil(Math.abs(top - moved.current.to) / usualHeight);
    // One frame may be late anywhere; two in a row tell of a fast fling, or of a slow computer.
    const pace = Math.min(rows, moved.current.rows);
    moved.current = { at: timeStamp, to: top, rows };
    if (isDrawn(top - margin, height, step)) {
      target.current = undefined;
      return;
    }
    // Before the browser paints what it has scrolled to.
    flushSync(() => setView({ top, height, step, ahead: aheadFrom(view, step, pace) }));
  });
  useEffect(() => {
    const resized = (event: Event) => {
      look(event);
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
    let timer: ReturnType<typeof setTimeout>;
    const waitFor = (ms: number) => {
      timer = setTimeout(() => {
        // On a slow computer the page may have been scrolled on: the next frame tells so first.
        frame = requestAnimationFrame((now) => {
          const restMs = moved.current.at + REST_MS - now;
          if (restMs > 0) waitFor(restMs);
          else setView(viewNow());
        });
      }, ms);
    };
    waitFor(REST_MS);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [view]);

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

  /** From the first row that is drawn to the one behind the last. */
  function drawnRows(): { from: number; end: number } {
    const [above, below] = isFirstFrame ? [SPARE_AT_FIRST, SPARE_AT_FIRST] : spareRows(view);
    const [first, last] = shownAt(view.top - margin, view.height);
    const from = Math.max(0, first - above);
    // While the page scrolls never fewer rows than before, so that few are made and none removed.
    const least = isMeasured || view.step === 0 ? 0 : Math.ceil(view.height / usualHeight) + 1 + above + below;
    return { from, end: Math.min(count, Math.max(last + 1 + below, from + least)) };
  }

  function shownAt(top: number, height: number): [first: number, last: number] {
    return [heights.indexAt(top), heights.indexAt(top + height)];
  }

  /** Whether what would be on screen is drawn, and some rows ahead of it. */
  function isDrawn(top: number, height: number, step: number): boolean {
    const [first, last] = shownAt(top, height);
    if (step === 0 || step !== view.step) {
      const [before, after] = shownAt(view.top - margin, view.height);
      return first === before && last === after;
    }
    return isEnough(drawn, { first, last }, step, count);
  }

  /** `kept` is drawn wherever it is: a focus would be lost with its row. */
  function rowsWith(kept: number): number[] {
    const { from, end } = drawn;
    const rows = Array.from({ length: end - from }, (_, at) => from + at);
    if (kept < count && (kept < from || kept >= end)) rows.splice(kept < from ? 0 : rows.length, 0, kept);
    return rows;
  }

  /** The given row while it is on screen, else the first that is, from its upper edge on. */
  function rowOnScreen(index: number): number {
    const top = view.top - margin + HEAD_HEIGHT;
    const [at, last] = shownAt(top, view.height - HEAD_HEIGHT);
    const first = heights.startOf(at) < top ? at + 1 : at;
    return index < first || index > last ? first : index;
  }

  return { heights, drawn, isMoving: view.step !== 0, rowsWith, scrollTo, rowOnScreen };
}

function viewNow(): View {
  return { top: window.scrollY, height: window.innerHeight, step: 0, ahead: LEAST_AHEAD };
}
