import { ContractError, HttpError, NetworkError } from '#shared/api/errors.ts';
import { viewOfAnswer } from '#shared/api/session-view.ts';
import { answerRequest } from './answer-request.ts';
import type { DirectoryMessage, DirectoryRequest } from './directory-protocol.ts';
import type { Loaded } from './list-copy.ts';
import { DirectoryService } from './directory-service.ts';
import { ColumnsReader, type ListSink } from './read-columns.ts';
import { readRefusal } from './read-refusal.ts';
import { SharedAnswer } from './shared-answer.ts';
import { nextTurn } from './take-turns.ts';

// Up to 100,000 customers are fetched, parsed, searched and sorted here, so that the page never waits for it.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const service = new DirectoryService({ load, onChange: () => post({ changed: true }) });

service.begin();

/** As long as src/shared/api/call.ts waits. */
const PATIENCE_MS = 30_000;

let shared: SharedAnswer | undefined;

scope.addEventListener('message', ({ data }: MessageEvent<DirectoryRequest | { share: SharedArrayBuffer }>) => {
  if ('share' in data) shared = new SharedAnswer(data.share);
  else void answerRequest(service, data, shared).then(post);
});

function post(message: DirectoryMessage): void {
  scope.postMessage(message);
}

/** The list stays in memory only: a browser's cache would keep it when the session is over. */
async function load(sink: ListSink, knownEtag: string | undefined): Promise<Loaded> {
  let response: Response;
  let text: ReadableStreamDefaultReader<string>;
  try {
    response = await fetch('/api/customers/columns', {
      cache: 'no-store',
      headers: knownEtag === undefined ? {} : { 'if-none-match': knownEtag },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    post({ view: viewOfAnswer(response.headers) });
    if (response.status === 304) return { isAsBefore: true };
    if (response.status !== 200) throw readRefusal(response.status, await response.text());
    if (!response.body) throw new ContractError('an answer without a body');
    text = response.body.pipeThrough(new TextDecoderStream()).getReader();
  } catch (error) {
    throw error instanceof HttpError || error instanceof ContractError ? error : new NetworkError(error);
  }
  const reader = new ColumnsReader(sink);
  for (;;) {
    const piece = await text.read().catch((error: unknown) => {
      throw new NetworkError(error);
    });
    if (piece.done) break;
    reader.push(piece.value);
    // Questions asked meanwhile have their turn.
    await nextTurn();
  }
  reader.end();
  const etag = response.headers.get('etag');
  return etag === null ? {} : { etag };
}
