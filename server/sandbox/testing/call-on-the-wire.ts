import { type IncomingHttpHeaders, request } from 'node:http';
import { listen, startSandbox } from './sandbox-under-test.ts';

/** What a client sees of one call: an answer, perhaps cut short, or an error of the connection. */
export interface Seen {
  status?: number;
  headers?: IncomingHttpHeaders;
  body?: string;
  /** False when the connection ended before the promised length. */
  isComplete?: boolean;
  /** Such as `ECONNRESET`. */
  error?: string;
}

interface WireCall {
  token: string;
  method?: string;
  body?: object;
  signal?: AbortSignal;
}

/** A sandbox on a real port, and `see` to call it with the demo client's token. */
export async function startOnTheWire() {
  const sandbox = await startSandbox();
  const base = await listen(sandbox);
  const token = await sandbox.token();
  return {
    ...sandbox,
    see: (path: string, call: Omit<WireCall, 'token'> = {}) => callOnTheWire(base + path, { token, ...call }),
  };
}

/** The body of an answer, parsed. Throws when it is not JSON. */
export function parseBody<Body = unknown>(seen: Seen): Body {
  return JSON.parse(seen.body ?? '') as Body;
}

/** Calls over a connection of its own and never throws. */
function callOnTheWire(url: string, { token, method = 'GET', body, signal }: WireCall): Promise<Seen> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
  return new Promise((resolve) => {
    const call = request(url, { method, headers, agent: false, ...(signal && { signal }) }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('error', () => undefined);
      answer.on('close', () => {
        resolve({
          headers: answer.headers,
          body: text,
          isComplete: answer.complete,
          ...(answer.statusCode !== undefined && { status: answer.statusCode }),
        });
      });
    });
    call.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ error: error.code ?? error.message });
    });
    call.end(body && JSON.stringify(body));
  });
}
