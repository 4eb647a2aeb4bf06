/** How a long list is being scrolled. */
export interface Movement {
  /** Up -1, down 1; 0 while it rests. */
  step: number;
  /** Rows to draw beyond the screen that way. */
  ahead: number;
}

/** Rows drawn above and below what is on screen while the page rests, and those behind while it scrolls. */
const STILL = 7;
const BEHIND = 4;
/** While the page scrolls, rows are drawn again once fewer than these are left ahead. */
export const LEAST_AHEAD = 10;
/** And then as many as these: several rows at once cost less. Too many would make a frame late. */
const USUAL_AHEAD = 15;
const MOST_AHEAD = 32;
/** By so many they become more from one time to the next: to make the elements takes time as well. */
const GROWTH = 2;

export function spareRows({ step, ahead }: Movement): [above: number, below: number] {
  if (step === 0) return [STILL, STILL];
  return step > 0 ? [BEHIND, ahead] : [ahead, BEHIND];
}

/**
 * How many rows to draw ahead next.
 * @param pace rows from one frame to the next: many in a fast fling, and on a slow computer
 */
export function aheadFrom(before: Movement, step: number, pace: number): number {
  if (step === 0 || step !== before.step) return LEAST_AHEAD;
  const enough = Math.max(USUAL_AHEAD, Math.min(2 * pace + 7, MOST_AHEAD));
  return Math.max(before.ahead, Math.min(before.ahead + GROWTH, enough));
}

/** Whether all that would be on screen is drawn, and enough ahead of it. `end` is the row behind the last that is drawn. */
export function isEnough(
  drawn: { from: number; end: number },
  shown: { first: number; last: number },
  step: number,
  count: number,
): boolean {
  const from = Math.max(0, shown.first - (step < 0 ? LEAST_AHEAD : 0));
  const last = Math.min(count - 1, shown.last + (step > 0 ? LEAST_AHEAD : 0));
  return drawn.from <= from && drawn.end > last;
}
