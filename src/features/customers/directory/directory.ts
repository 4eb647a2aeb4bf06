import type { CustomerProfile } from '#contract/customer.ts';
import { DirectoryClient } from './directory-client.ts';
import type { DirectoryMessage } from './directory-protocol.ts';
import { SharedAnswer } from './shared-answer.ts';

/** The one directory of this page. */
export const directory = new DirectoryClient((receive, fail) => {
  const worker = new Worker(new URL('./directory.worker.ts', import.meta.url), { type: 'module', name: 'directory' });
  worker.addEventListener('message', ({ data }: MessageEvent<DirectoryMessage>) => receive(data));
  worker.addEventListener('error', fail);
  const shared = globalThis.crossOriginIsolated ? new SharedAnswer() : undefined;
  if (shared) worker.postMessage({ share: shared.buffer });
  return {
    postMessage: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
    ...(shared && { shared }),
  };
});

/** After signing in again: the list that was refused meanwhile is asked for once more. */
export function askDirectoryAgain(): void {
  directory.askAgain();
}

/** After a save: the list and the header show the new values at once. */
export function patchDirectory(profile: CustomerProfile): void {
  // A failed worker is started afresh, and then reads what was saved.
  directory.patch(profile).catch(() => undefined);
}

/** After another user's changes: the list is read again, if it was read at all. */
export function refreshDirectory(): void {
  if (directory.isInUse()) directory.refresh().catch(() => undefined);
}
