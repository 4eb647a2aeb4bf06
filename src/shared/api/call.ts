import type { QueryMeta } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { type Answer, type Call, type Endpoint, toUrl } from '#contract/endpoint.ts';
import { WireError } from '#contract/error.ts';
import { ContractError, HttpError, NetworkError, noticeSignedOut } from './errors.ts';
import { isToAskAnew, noteAskedAnew } from './read-anew.ts';
import { noticeSessionView, viewOfAnswer } from './session-view.ts';

// zod would otherwise try `new Function`, which our Content-Security-Policy forbids and reports.
z.config({ jitless: true });

/** Longer than the gateway's own patience with Reservie, so that its clearer message arrives first. */
const PATIENCE_MS = 30_000;

/** Who asks: the context of a query says it all. */
export interface Asker {
  signal?: AbortSignal;
  /** `isAhead`: no page shows it yet; `isInBackground`: one does without it meanwhile. Both stand behind what is waited for. */
  meta?: { isAhead?: boolean; isInBackground?: boolean; isRecorded?: boolean } | undefined;
}

/**
 * Calls one endpoint of the gateway and parses its answer.
 * Throws HttpError, NetworkError or ContractError; an abort by `signal` passes through unchanged.
 */
export async function call<E extends Endpoint>(endpoint: E, input: Call<E>, asker?: Asker): Promise<Answer<E>> {
  return (await ask(endpoint, input, asker)).answer;
}

/** What the gateway could not ask anew is older than it should be: since when, in milliseconds since 1970. */
export type Aged<Record> = Record & { staleSince: number | undefined };

/** The same for a single record, with its age; pages say in their body how old they are. */
export async function callAged<E extends Endpoint & { answer: z.ZodMiniType<object> }>(
  endpoint: E,
  input: Call<E>,
  asker?: Asker,
): Promise<Aged<Answer<E>>> {
  const { answer, headers } = await ask(endpoint, input, asker);
  return { ...answer, staleSince: headers.has('x-stale') ? Date.parse(headers.get('x-as-of') ?? '') : undefined };
}

async function ask<E extends Endpoint>(
  endpoint: E,
  input: Call<E>,
  asker: Asker = {},
): Promise<{ answer: Answer<E>; headers: Headers }> {
  if (endpoint.isRecorded && !asker.meta?.isRecorded) {
    throw new Error(`Reading ${endpoint.path} is recorded: its query says so with \`meta: RECORDED\`.`);
  }
  const { params, query, body }: { params?: object; query?: object; body?: unknown } = input;
  const url = toUrl(endpoint.path, { ...params }, { ...query });
  const response = await send(url, endpoint.method, body, asker);
  noticeSessionView(viewOfAnswer(response.headers));
  const json = await readJson(response, asker.signal);
  if (!response.ok) {
    const error = WireError.safeParse(json);
    if (!error.success) throw new ContractError(`an error without our shape, status ${response.status}`);
    const failure = new HttpError(response.status, error.data);
    noticeSignedOut(failure);
    throw failure;
  }
  const answer = z.safeParse(endpoint.answer, json);
  if (!answer.success) {
    throw new ContractError(answer.error.issues.map((issue) => issue.path.join('.')).join(', '), answer.error);
  }
  noteAskedAnew(url);
  return { answer: answer.data as Answer<E>, headers: response.headers };
}

async function send(url: string, method: string, body: unknown, { signal, meta }: Asker): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const init: RequestInit = {
    method,
    ...(method === 'GET' && isToAskAnew(url) && { cache: 'reload' as const }),
    headers: {
      ...(meta?.isInBackground && { 'x-lane': 'background' }),
      ...(meta?.isAhead && { 'x-lane': 'prefetch' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    return await fetch(url, init);
  } catch (error) {
    signal?.throwIfAborted();
    throw new NetworkError(error);
  }
}

async function readJson(response: Response, signal?: AbortSignal): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw new NetworkError(error);
  }
  try {
    return JSON.parse(text);
  } catch {
    // A proxy in between answers HTML when the gateway is down.
    if (response.status >= 502 && response.status <= 504) throw new NetworkError(`status ${response.status}`);
    throw new ContractError(`no JSON, status ${response.status}`);
  }
}

/** `meta` of a query whose endpoint is recorded as a look; `call` refuses to read one without it. */
export const RECORDED = { isRecorded: true } as const satisfies QueryMeta;

/**
 * Whether a query may read again by itself: when the window gets the focus back, or the network returns. What is
 * recorded is read when a page is opened: an entry in the history for each switch of windows would say nothing.
 */
export function readsAgainByItself({ meta }: { meta: QueryMeta | undefined }): boolean {
  return meta?.isRecorded !== true;
}
