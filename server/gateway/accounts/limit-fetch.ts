import { Agent, setGlobalDispatcher } from 'undici';

const LONGEST_WAIT_MS = 5_000;

/** better-auth asks an OpenID provider with `fetch`, at the start too, which by itself would wait for five minutes. */
export function limitFetch(): void {
  const limits = { connectTimeout: LONGEST_WAIT_MS, headersTimeout: LONGEST_WAIT_MS, bodyTimeout: LONGEST_WAIT_MS };
  setGlobalDispatcher(new Agent(limits));
}
