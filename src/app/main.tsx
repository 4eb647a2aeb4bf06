import './global.css';
import '@mantine/core/styles/baseline.layer.css';
import 'virtual:theme-variables.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Button.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Skeleton.layer.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode, useInsertionEffect, useLayoutEffect, useRef } from 'react';
import { formatCount } from '#shared/format/number.ts';
import { drawPage, nextTask } from './draw-page.ts';
import { leaveOutline } from './leave-outline.ts';
import { printInLight } from './print-in-light.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { takeAtHand } from './take-at-hand.ts';
import { theme } from './theme.ts';

nameChunkFailures();
printInLight();
// Where the parts that keep the page from scrolling behind a dialog look for it (get-nonce).
Object.assign(globalThis, { __webpack_nonce__: readNonce() });

void start();

/** In tasks of their own: reading the files, matching the address and drawing, together, would be one long task. */
async function start(): Promise<void> {
  await nextTask();
  takeAtHand(queryClient);
  await nextTask();
  const loaded = router.load();
  await nextTask();
  // The first text in the studio's language makes the browser load its languages: 15 ms.
  formatCount(0);
  // The outline in index.html stays until the page is there: an empty frame in between would be seen as a flash.
  await loaded;
  await nextTask();
  drawPage(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
        getStyleNonce={readNonce}
      >
        <QueryClientProvider client={queryClient}>
          <InPlaceOfOutline>
            <RouterProvider router={router} />
          </InPlaceOfOutline>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

/** Effects of the page may measure it: the outline has left before the first of them. */
function InPlaceOfOutline({ children }: { children: ReactNode }) {
  const goOn = useRef<() => void>(undefined);
  useInsertionEffect(() => {
    goOn.current = leaveOutline();
  }, []);
  useLayoutEffect(() => goOn.current?.(), []);
  return children;
}

/** The gateway's Content-Security-Policy lets in only the styles that carry this page's nonce. */
function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * A part of the page that cannot be fetched (gateway down, or updated under an open page) arrives as an error that the
 * router would answer with a reload: with the gateway down, that leaves a browser's error page in place of ours. Under
 * its own name it reaches the error panel, which reloads once the gateway answers.
 */
function nameChunkFailures(): void {
  window.addEventListener('vite:preloadError', (event) => {
    event.payload.name = 'ChunkError';
    event.payload.message = `A part of the page could not be fetched: ${event.payload.message}`;
  });
}
