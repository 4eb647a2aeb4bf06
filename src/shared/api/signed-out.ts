import { HttpError } from './errors.ts';

const listeners = new Set<() => void>();

/** Calls back whenever an answer says that no user is signed in any more. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener);
}

/** Tells of it if this failure says so; code that reads answers of the gateway passes its failures here. */
export function noticeSignedOut(failure: Error): void {
  if (!(failure instanceof HttpError) || failure.body.code !== 'not_signed_in') return;
  for (const listener of listeners) listener();
}
