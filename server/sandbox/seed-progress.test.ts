import { expect, test } from 'vitest';
import { createSeedProgress } from './seed-progress.ts';

function written(isTTY: boolean, total: number): string[] {
  const lines: string[] = [];
  const progress = createSeedProgress({ isTTY, write: (text: string) => lines.push(text) > 0 });
  for (let done = 0; done <= total; done += 1) progress(done, total);
  return lines;
}

test('a log gets a line for every tenth', () => {
  expect(written(false, 1000)).toEqual(Array.from({ length: 11 }, (_, tenth) => `Making a studio: ${tenth * 10} %\n`));
});

test('a terminal gets a bar that redraws itself and ends its line once', () => {
  const drawn = written(true, 1000);
  expect(drawn).toHaveLength(101);
  expect(drawn[50]).toBe(`\rMaking a studio ${'█'.repeat(15)}${'░'.repeat(15)} 50 %`);
  expect(drawn.filter((text) => text.endsWith('\n'))).toHaveLength(1);
});
