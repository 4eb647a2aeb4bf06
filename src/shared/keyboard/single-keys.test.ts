import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { expect, test } from 'vitest';
import { isComposing } from './single-keys.ts';

test.each([
  [{ isComposing: true, key: 'Escape' }, true],
  [{ isComposing: true, key: 'ArrowDown' }, true],
  [{ isComposing: false, key: 'Process' }, true],
  [{ isComposing: false, key: 'Escape' }, false],
])('%j belongs to an input method: %s', (event, expected) => {
  expect(isComposing(event as KeyboardEvent)).toBe(expected);
  expect(isComposing({ nativeEvent: event } as ReactKeyboardEvent)).toBe(expected);
});
