import type { Customer, CustomerProfile } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { NetworkError, noticeSignedOut } from '#shared/api/errors.ts';
import { noticeSessionView } from '#shared/api/session-view.ts';
import type { LookedUpList } from '../matching/look-up-list.ts';
import type { DuplicateGroup } from '../duplicates/duplicate-group.ts';
import type {
  DirectoryAnswer,
  DirectoryCalls,
  DirectoryMessage,
  DirectoryQuery,
  DirectoryRequest,
  LearntNews,
  Located,
  RowWindow,
} from './directory-protocol.ts';
import { unpackError } from './posted-error.ts';
import type { SharedAnswer } from './shared-answer.ts';

/** The worker, or what stands for it in a test. */
export interface DirectoryPort {
  postMessage: (request: DirectoryRequest) => void;
  terminate: () => void;
  /** Memory in which it puts answers to queries. */
  shared?: SharedAnswer;
}

/** Starts a worker that hands its messages to `receive`, and calls `fail` when it cannot start or breaks. */
export type OpenPort = (receive: (message: DirectoryMessage) => void, fail: () => void) => DirectoryPort;

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * All customers, on the page's side. Nothing is fetched before the first question. Every method rejects with HttpError,
 * NetworkError or ContractError.
 */
export class DirectoryClient {
  readonly #openPort: OpenPort;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<() => void>();
  #port: DirectoryPort | undefined;
  /** The worker in hand has said something. */
  #hasWorked = false;
  #lastId = 0;
  /** Of the latest query. */
  #queryId = 0;
  #news: LearntNews | undefined;
  #version = 0;

  constructor(openPort: OpenPort) {
    this.#openPort = openPort;
  }

  /** Grows whenever answers given before may have become wrong. */
  readonly version = (): number => this.#version;

  /** Calls back when `version` has grown. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks now, and again whenever `version` has grown; only the answer to the last question counts, and failures do not. */
  follow<Answer>(ask: () => Promise<Answer>, take: (answer: Answer) => void): () => void {
    let latest = 0;
    const again = () => {
      latest += 1;
      const asked = latest;
      ask().then(
        (answer) => asked === latest && take(answer),
        () => undefined,
      );
    };
    const end = this.subscribe(again);
    again();
    return () => {
      latest = -1;
      end();
    };
  }

  /** Starts the worker, which begins to read the list. */
  begin(): void {
    if (!this.#port) this.#start();
  }

  /** Searches, sorts, and gives rows `from` to `to` (exclusive); nothing when a newer query has taken its place. */
  query(query: DirectoryQuery, from: number, to: number): Promise<DirectoryAnswer | undefined> {
    const answer = this.#ask('query', query, from, to);
    this.#queryId = this.#lastId;
    return answer;
  }

  /**
   * Waits so many milliseconds for the answer to the latest query where it can be had before its message: a page that draws it
   * in the same frame as the key stands still no longer than one that draws it in the next. Whether it came.
   */
  hasten(patienceMs: number): boolean {
    const shared = this.#port?.shared;
    if (!shared || !this.#waiting.has(this.#queryId)) return false;
    const until = performance.now() + patienceMs;
    while (!shared.has(this.#queryId)) if (performance.now() >= until) return false;
    this.#receive({ id: this.#queryId, isShared: true });
    return true;
  }

  /** More rows of a result, their mobiles written for a country; nothing when it is no longer the current one. */
  rows(resultId: number, from: number, to: number, country?: string): Promise<RowWindow | undefined> {
    return this.#ask('rows', resultId, from, to, country);
  }

  find(customerId: CustomerId): Promise<Customer | undefined> {
    return this.#ask('find', customerId);
  }

  /** Rows `from` to `to` (exclusive) of a query, or of the given ids; those who are in the list no more are left out. */
  take(what: DirectoryQuery | readonly CustomerId[], from: number, to: number): Promise<Customer[]> {
    return this.#ask('take', what, from, to);
  }

  /** Where a customer stands in what a query finds; nothing when they are not in it. */
  locate(query: DirectoryQuery, customerId: CustomerId): Promise<Located | undefined> {
    return this.#ask('locate', query, customerId);
  }

  count(queries: readonly DirectoryQuery[]): Promise<number[]> {
    return this.#ask('count', queries);
  }

  /** How many each of FILTER_OPTIONS would show. */
  options(query: DirectoryQuery): Promise<number[]> {
    return this.#ask('options', query);
  }

  /** Groups of likely duplicates, without those of which staff said that they are none. */
  duplicates(): Promise<DuplicateGroup[]> {
    return this.#ask('duplicates');
  }

  /** What each line of a pasted list of names, addresses or numbers finds. */
  lookUp(text: string): Promise<LookedUpList> {
    return this.#ask('lookUp', text);
  }

  /** Tells what the list itself does not say; a worker that is started afresh is told again. */
  async learn(news: LearntNews): Promise<void> {
    this.#news = news;
    if (this.#port) await this.#ask('learn', news);
  }

  /** Whether the list has been asked for. */
  isInUse(): boolean {
    return this.#port !== undefined;
  }

  /** Reads the list again; the browser asks with the ETag it has. */
  async refresh(): Promise<void> {
    await this.#ask('refresh');
  }

  /** A screen that shows a list asks for it again, after one that could not be read. */
  askAgain(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  /** Puts what was just saved into the list. A list not yet asked for will come with it. */
  async patch(profile: CustomerProfile): Promise<void> {
    if (this.#port) await this.#ask('patch', profile);
  }

  #ask<Name extends keyof DirectoryCalls>(
    name: Name,
    ...given: DirectoryCalls[Name]['given']
  ): Promise<DirectoryCalls[Name]['answer']> {
    const port = this.#port ?? this.#start();
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (answer) => resolve(answer as DirectoryCalls[Name]['answer']), reject });
      port.postMessage({ id, name, given } as DirectoryRequest);
    });
  }

  #start(): DirectoryPort {
    const port = this.#openPort(
      (message) => this.#receive(message),
      () => this.#fail(),
    );
    this.#port = port;
    this.#hasWorked = false;
    // Id 0: no caller waits for the answer.
    if (this.#news) port.postMessage({ id: 0, name: 'learn', given: [this.#news] });
    return port;
  }

  #receive(message: DirectoryMessage): void {
    this.#hasWorked = true;
    if ('view' in message) {
      noticeSessionView(message.view);
      return;
    }
    if ('changed' in message) {
      this.askAgain();
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    // One that was overwritten was of a query that is not the latest any more.
    if ('isShared' in message) return waiting?.resolve(this.#port?.shared?.take(message.id));
    if ('answer' in message) return waiting?.resolve(message.answer);
    const failure = unpackError(message.error);
    noticeSignedOut(failure);
    waiting?.reject(failure);
  }

  /** The worker could not start or broke: its callers are told, and the next question starts another. */
  #fail(): void {
    this.#port?.terminate();
    this.#port = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new NetworkError('the directory worker failed'));
    // A list on screen is of a worker that is gone. One that never worked would fail again at once.
    if (this.#hasWorked) this.askAgain();
  }
}
