import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isComposing, isSingleKey } from './single-keys.ts';

class Element {
  tagName = 'BODY';
  isContentEditable = false;
}

function element(look: Partial<Element> = {}): Element {
  return Object.assign(new Element(), look);
}

let openDialog: unknown = null;
let stored: string | null = null;

beforeEach(() => {
  openDialog = stored = null;
  vi.stubGlobal('HTMLElement', Element);
  vi.stubGlobal('document', { querySelector: () => openDialog });
  vi.stubGlobal('localStorage', { getItem: () => stored });
});
afterEach(() => void vi.unstubAllGlobals());

function press(event: object = {}): boolean {
  return isSingleKey({ key: 'e', target: element(), ...event } as object as KeyboardEvent);
}

test.each([
  [{ isComposing: true, key: 'Escape' }, true],
  [{ isComposing: true, key: 'ArrowDown' }, true],
  [{ isComposing: false, key: 'Process' }, true],
  [{ isComposing: false, key: 'Escape' }, false],
])('%j belongs to an input method: %s', (event, expected) => {
  expect(isComposing(event as KeyboardEvent)).toBe(expected);
  expect(isComposing({ nativeEvent: event } as ReactKeyboardEvent)).toBe(expected);
});

test('a key by itself is a shortcut where nothing is typed', () => {
  expect(press()).toBe(true);
  for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT']) expect(press({ target: element({ tagName }) })).toBe(false);
  expect(press({ target: element({ isContentEditable: true }) })).toBe(false);
});

test.each(['defaultPrevented', 'isComposing', 'ctrlKey', 'metaKey', 'altKey'])('none with %s', (flag) => {
  expect(press({ [flag]: true })).toBe(false);
});

test('none in a dialog, and none once they are switched off', () => {
  openDialog = {};
  expect(press()).toBe(false);
  openDialog = null;
  stored = 'off';
  expect(press()).toBe(false);
});
