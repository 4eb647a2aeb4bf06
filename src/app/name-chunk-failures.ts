/**
 * A part of the page that cannot be fetched (gateway down, or updated under an open page) arrives as an error that the
 * router would answer with a reload: with the gateway down, that leaves a browser's error page in place of ours. Under
 * its own name it reaches the error panel, which reloads once the gateway answers.
 */
export function nameChunkFailures(): void {
  window.addEventListener('vite:preloadError', (event) => {
    event.payload.name = 'ChunkError';
    event.payload.message = `A part of the page could not be fetched: ${event.payload.message}`;
  });
}
