import { type KeyboardEvent as ReactKeyboardEvent, useSyncExternalStore } from 'react';

const STORED_AS = 'studio-desk:single-keys';
const listeners = new Set<() => void>();

/** Whether shortcuts of one key work in this browser; speech input can trip over them, so they can be switched off (WCAG 2.1.4). */
function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(STORED_AS);
    else localStorage.setItem(STORED_AS, 'off');
  } catch {
    // A browser that stores nothing keeps the default.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn);
}

/** Whether a key press may act as a shortcut of one key: nothing is being typed or composed, and no modifier is held. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  return areSingleKeysOn() && !isTyping(event.target) && !isDialogOpen();
}

/** Keys of the page are not for what lies under a dialog. */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Whether a key belongs to an input method that is composing a letter: Enter, Escape and arrows then choose or discard
 * what it proposes, and are not ours. Safari reports the last key of a composition only as `Process`.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.key === 'Process';
}
