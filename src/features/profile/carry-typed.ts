import type { ProfileValues } from '#contract/customer.ts';
import { PROFILE_FIELDS } from './profile-rules.ts';

interface Caret {
  name: string;
  start: number | null;
  end: number | null;
}

function inputOf(frame: HTMLElement, name: string): HTMLInputElement | null {
  return frame.querySelector<HTMLInputElement>(`input[name="${name}"]`);
}

/** What differs from what the fields began with. */
export function typedIn(frame: HTMLElement): Partial<ProfileValues> {
  const typed: Partial<ProfileValues> = {};
  for (const name of PROFILE_FIELDS) {
    const input = inputOf(frame, name);
    if (input && input.value !== input.defaultValue) typed[name] = input.value;
  }
  return typed;
}

/** Leaves the fields as they began. */
export function takeBack(frame: HTMLElement): void {
  for (const name of PROFILE_FIELDS) {
    const input = inputOf(frame, name);
    if (input) input.value = input.defaultValue;
  }
}

/** Which field has the focus, and what in it is selected. */
export function caretIn(frame: HTMLElement): Caret | undefined {
  const field = PROFILE_FIELDS.map((name) => inputOf(frame, name)).find((input) => input === document.activeElement);
  return field ? { name: field.name, start: field.selectionStart, end: field.selectionEnd } : undefined;
}

export function putCaret(frame: HTMLElement, caret: Caret | undefined): void {
  if (!caret) return;
  const input = inputOf(frame, caret.name);
  input?.focus({ preventScroll: true });
  input?.setSelectionRange(caret.start, caret.end);
}
