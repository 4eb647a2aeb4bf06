import { describe, expect, test } from 'vitest';
import { LEAST_AHEAD, aheadFrom, isEnough, spareRows } from './draw-ahead.ts';

const [UP, STILL, DOWN] = [-1, 0, 1];

test('as many rows above as below while the page rests, else more where it is scrolled to', () => {
  expect(spareRows({ step: STILL, ahead: 20 })).toEqual([7, 7]);
  expect(spareRows({ step: DOWN, ahead: 20 })).toEqual([4, 20]);
  expect(spareRows({ step: UP, ahead: 20 })).toEqual([20, 4]);
});

/** How many rows ahead, drawn again so many times while the page is scrolled down. */
function flung(times: number, pace: number): number {
  let ahead = aheadFrom({ step: STILL, ahead: 30 }, DOWN, pace);
  for (let time = 0; time < times; time += 1) ahead = aheadFrom({ step: DOWN, ahead }, DOWN, pace);
  return ahead;
}

describe('rows ahead', () => {
  test('begin with few, and become more by and by', () => {
    expect(flung(0, 4)).toBe(LEAST_AHEAD);
    expect(flung(1, 4)).toBe(12);
    expect(flung(50, 4)).toBe(15);
  });

  test('are more where the page gets farther in a frame, up to a limit', () => {
    expect(flung(50, 7)).toBe(21);
    expect(flung(50, 500)).toBe(32);
  });

  test('are no fewer when it slows down, and begin anew when it turns', () => {
    expect(aheadFrom({ step: DOWN, ahead: 30 }, DOWN, 1)).toBe(30);
    expect(aheadFrom({ step: DOWN, ahead: 30 }, UP, 9)).toBe(LEAST_AHEAD);
    expect(aheadFrom({ step: DOWN, ahead: 30 }, STILL, 9)).toBe(LEAST_AHEAD);
  });
});

describe('what is drawn is enough', () => {
  const drawn = { from: 100, end: 140 };

  test.each([
    ['with the least ahead, down', DOWN, 104, 129, true],
    ['with one fewer, down', DOWN, 104, 130, false],
    ['with the least ahead, up', UP, 110, 135, true],
    ['with one fewer, up', UP, 109, 135, false],
    ['not where a row on screen is missing behind', DOWN, 99, 120, false],
    ['not where a row on screen is missing behind, up', UP, 115, 140, false],
  ])('%s', (_, step, first, last, isIt) => {
    expect(isEnough(drawn, { first, last }, step, 1_000)).toBe(isIt);
  });

  test('at either end of the list, where no more rows are', () => {
    expect(isEnough(drawn, { first: 115, last: 139 }, DOWN, 140)).toBe(true);
    expect(isEnough({ from: 0, end: 40 }, { first: 2, last: 23 }, UP, 1_000)).toBe(true);
  });
});
