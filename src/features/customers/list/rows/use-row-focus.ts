import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isComposing } from '#shared/keyboard/single-keys.ts';

const PAGE = 10;

/** Arrow keys for rows of which only the visible ones exist: Tab reaches one of them, arrows move on from there. */
export function useRowFocus(
  scrollTo: (index: number) => void,
  count: number,
  /** What the rows were found by. */
  query: string,
  /** The row to focus from the start. */
  first: number | undefined,
  onLeaveTop: () => void,
  isMoving: boolean,
  /** The given row while it is on screen, else the first that is. */
  rowOnScreen: (index: number) => number,
  /** Space: ticks the row, or takes its tick away. */
  onToggle: (index: number) => void,
) {
  const [current, setCurrent] = useState(first ?? 0);
  const [found, setFound] = useState(query);
  // Other rows begin at the top, for Tab too.
  if (found !== query) {
    setFound(query);
    setCurrent(0);
  }
  const awaited = useRef(first);
  const isHeld = useRef(false);
  /** What had the focus when a row was asked for; nothing on a return, which takes it from anything. */
  const before = useRef<Element | null>(undefined);

  function focusRow(index: number) {
    const target = Math.max(0, Math.min(index, count - 1));
    awaited.current = target;
    isHeld.current = false;
    before.current = document.activeElement;
    setCurrent(target);
    scrollTo(target);
    focusAwaited();
  }

  function focusAwaited() {
    if (awaited.current === undefined) return;
    const link = document.querySelector<HTMLElement>(`tr[data-index="${awaited.current}"] a`);
    if (!link || awaited.current !== current) return;
    const { activeElement } = document;
    // A row that was drawn again has lost the focus to the page.
    const isLost = activeElement === document.body || activeElement?.matches('main') === true;
    if (!isLost && (isHeld.current || !isLeftAlone(activeElement))) return;
    link.focus({ preventScroll: true });
    // Nothing of a row can have it whose customer is still on the way.
    isHeld.current = document.activeElement === link;
  }

  /** The user has moved the focus nowhere else since. */
  function isLeftAlone(focused: Element | null): boolean {
    return before.current === undefined || focused === before.current || focused?.closest('tr[data-index]') != null;
  }

  // The row may be drawn, and its customer arrive, some frames after it was asked for.
  useEffect(focusAwaited);

  // When the scrolling ends, Tab comes along to a row on screen: the one left behind may no longer be kept.
  const comeAlong = useEffectEvent(() => {
    const isAwaited = awaited.current !== undefined && !isHeld.current;
    if (!isAwaited && !document.activeElement?.closest('tr[data-index]')) setCurrent(rowOnScreen);
  });
  useEffect(() => (isMoving ? () => comeAlong() : undefined), [isMoving]);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return;
    if (event.key === ' ' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onToggle(current);
      return;
    }
    const target = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + PAGE,
      PageUp: Math.max(0, current - PAGE),
      Home: 0,
      End: count - 1,
    }[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (target < 0) onLeaveTop();
    else focusRow(target);
  }

  return { row: Math.min(current, Math.max(0, count - 1)), setCurrent, focusRow, onKeyDown };
}
