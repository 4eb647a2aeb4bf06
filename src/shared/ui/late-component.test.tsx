import { type ReactNode, Suspense } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { lateComponent } from './late-component.tsx';

const nothing = () => () => null;

function draw(Part: (props: object) => ReactNode): string {
  return renderToStaticMarkup(
    <Suspense fallback="waiting">
      <Part />
    </Suspense>,
  );
}

test('what was fetched ahead is drawn at once, what was not is waited for', async () => {
  const Part = lateComponent(() => Promise.resolve(() => 'arrived'), nothing);
  expect(draw(Part)).toContain('waiting');
  const Ahead = lateComponent(() => Promise.resolve(() => 'arrived'), nothing);
  Ahead.preload();
  await Promise.resolve();
  expect(draw(Ahead)).toBe('arrived');
});

test('what could not be fetched ahead is fetched when it is asked for', async () => {
  let attempts = 0;
  const load = () => (++attempts === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(() => 'arrived'));
  const Part = lateComponent(load, nothing);
  Part.preload();
  await Promise.resolve();
  expect(draw(Part)).toContain('waiting');
  expect(attempts).toBe(2);
});
