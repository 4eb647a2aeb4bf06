import type { Directory } from '#contract/gateway.ts';
import { ContractError, NetworkError } from '#shared/api/errors.ts';
import { viewOfAnswer } from '#shared/api/session-view.ts';
import { answerRequest } from './answer-request.ts';
import type { DirectoryMessage, DirectoryRequest } from './directory-protocol.ts';
import { DirectoryService } from './directory-service.ts';
import { readDirectory } from './read-directory.ts';

// Up to 100,000 customers are fetched, parsed, searched and sorted here, so that the page never waits for it.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const service = new DirectoryService({ load, onChange: () => post({ changed: true }) });

/** As long as src/shared/api/call.ts waits. */
const PATIENCE_MS = 30_000;

scope.addEventListener('message', ({ data }: MessageEvent<DirectoryRequest>) => {
  void answerRequest(service, data).then(post);
});

function post(message: DirectoryMessage): void {
  scope.postMessage(message);
}

/** The list as it was last read, with its ETag. Only in memory: a browser's cache would keep it when the session is over. */
let last: { etag: string; directory: Directory } | undefined;

async function load(): Promise<Directory> {
  const { status, text, etag } = await read();
  if (status === 304 && last) return last.directory;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A proxy in between answers HTML when the gateway is down.
    if (status >= 502 && status <= 504) throw new NetworkError(`status ${status}`);
    throw new ContractError(`no JSON, status ${status}`);
  }
  const directory = readDirectory(status, json);
  last = etag === null ? undefined : { etag, directory };
  return directory;
}

async function read(): Promise<{ status: number; text: string; etag: string | null }> {
  try {
    const response = await fetch('/api/customers', {
      cache: 'no-store',
      headers: last ? { 'if-none-match': last.etag } : {},
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    post({ view: viewOfAnswer(response.headers) });
    return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
  } catch (error) {
    throw new NetworkError(error);
  }
}
