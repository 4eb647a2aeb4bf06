import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Customer } from '#contract/customer.ts';
import { Problem } from '../http/problem.ts';
import type { AskedOfThread, ToldByThread } from './list-thread.ts';
import { type CustomerList, readCustomerList } from './read-list.ts';

/** Shorter lists, of some 5,000 customers, are read here: some milliseconds at a time. */
const LONG = 1_000_000;
/** 100,000 customers take a second. */
const LONGEST_READ_MS = 60_000;
/** Of 64 kB, as a socket gives them. */
const PIECES_AT_ONCE = 16;
const THREAD = new URL('list-thread.mjs', import.meta.url);

export interface ListReaderOptions {
  onTrouble: (message: string) => void;
  /** In bytes; from this length on a thread reads. */
  long?: number;
  thread?: URL;
  longestMs?: number;
}

/**
 * Reads the customer list in a thread of its own, started for the first long one: parsing and sorting 100,000 customers
 * would keep this one from everything else. When the thread fails the list is read here all the same, and the next one
 * gets a new thread. One list at a time.
 */
export class ListReader {
  readonly #options: ListReaderOptions;
  #thread: Worker | undefined;

  constructor(options: ListReaderOptions) {
    this.#options = options;
  }

  /** @throws Problem `reservie_malformed` */
  async read(pieces: readonly Uint8Array[]): Promise<CustomerList> {
    const { long = LONG, onTrouble } = this.#options;
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (length < long) return readCustomerList(pieces);
    try {
      return await this.#readInThread(pieces);
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.close();
      onTrouble(`The thread that reads the customer list failed (${String(error)}); it is read without one.`);
      return readCustomerList(pieces);
    }
  }

  close(): void {
    void this.#thread?.terminate();
    this.#thread = undefined;
  }

  async #readInThread(pieces: readonly Uint8Array[]): Promise<CustomerList> {
    const thread = (this.#thread ??= this.#start());
    const ask = (asked: AskedOfThread, given: ArrayBuffer[] = []) => thread.postMessage(asked, given);
    const data: Customer[] = [];
    const signal = AbortSignal.timeout(this.#options.longestMs ?? LONGEST_READ_MS);
    thread.ref();
    try {
      const answers = on(thread, 'message', { signal, close: ['exit'] });
      for (const [at, each] of pieces.entries()) {
        const piece = new Uint8Array(each);
        ask({ piece }, [piece.buffer]);
        if (at % PIECES_AT_ONCE === 0) await setImmediate();
      }
      ask('read');
      for await (const [told] of answers as AsyncIterable<ToldByThread[]>) {
        if (!told) continue;
        if ('malformed' in told) throw new Problem('reservie_malformed', told.malformed);
        if (!('some' in told)) return { data, ...told };
        for (const customer of told.some) data.push(customer);
        ask('more');
      }
      throw new Error('it has ended');
    } finally {
      thread.unref();
    }
  }

  #start(): Worker {
    // Without this process's own flags: the thread registers what it needs.
    const thread = new Worker(this.#options.thread ?? THREAD, { execArgv: [] });
    // Without a listener its failure would end the process, between two lists too.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.#thread === thread) this.#thread = undefined;
    });
    return thread;
  }
}
