import { gateway } from '#contract/gateway.ts';
import { call } from './call.ts';
import { NetworkError } from './errors.ts';

/** Reloads the page if the gateway answers; otherwise stays, because the browser would have nothing to show. */
export async function reloadOnceReachable(): Promise<void> {
  try {
    await call(gateway.getStudio, {});
  } catch (error) {
    if (error instanceof NetworkError) return;
  }
  window.location.reload();
}
