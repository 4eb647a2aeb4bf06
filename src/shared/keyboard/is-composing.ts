import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/**
 * Whether a key belongs to an input method that is composing a letter: Enter, Escape and arrows then choose or discard
 * what it proposes, and are not ours. Safari reports the last key of a composition only as `Process`.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.key === 'Process';
}
