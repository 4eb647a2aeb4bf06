import { type ReactNode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * Draws the page in place of the outline, in slices: a key or a click meanwhile does not wait for a whole screen.
 *
 * The build puts it into one file with React (vite.config.ts), so that React is evaluated with that file.
 */
export function drawPage(page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  startTransition(() => {
    createRoot(root).render(page);
  });
}

/** A timer would wait for a second in a page in the background. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const end = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', end);
    port1.start();
    port2.postMessage(undefined);
  });
}
