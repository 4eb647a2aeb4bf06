/** For the rows of a screen and their marks; a longer answer comes as a message. */
const BYTES = 256 * 1024;
/** Where in the head. */
const [ID, LENGTH] = [0, 1];
const HEAD_BYTES = 2 * Int32Array.BYTES_PER_ELEMENT;

/**
 * The worker's latest answer to a query, in memory that it shares with the page. After a key browsers hand over messages
 * only behind the next frame, which would still show the rows of the key before; from here the page takes them at once.
 * Memory is shared only with a page that is isolated (COOP and COEP, see the gateway's headers).
 */
export class SharedAnswer {
  readonly buffer: SharedArrayBuffer;
  readonly #head: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(buffer = new SharedArrayBuffer(HEAD_BYTES + BYTES)) {
    this.buffer = buffer;
    this.#head = new Int32Array(buffer, 0, 2);
    this.#bytes = new Uint8Array(buffer, HEAD_BYTES);
  }

  /** In the worker. Whether there was room; what stood there before is gone. `id` is above 0. */
  put(id: number, answer: unknown): boolean {
    const text = new TextEncoder().encode(JSON.stringify(answer));
    if (text.length > this.#bytes.length) return false;
    Atomics.store(this.#head, ID, 0);
    this.#bytes.set(text);
    Atomics.store(this.#head, LENGTH, text.length);
    Atomics.store(this.#head, ID, id);
    return true;
  }

  has(id: number): boolean {
    return Atomics.load(this.#head, ID) === id;
  }

  /** In the page. Nothing when another answer has taken its place. */
  take(id: number): unknown {
    if (!this.has(id)) return undefined;
    const text = new Uint8Array(this.#bytes.subarray(0, Atomics.load(this.#head, LENGTH)));
    // The worker may have written the next one meanwhile.
    return this.has(id) ? (JSON.parse(new TextDecoder().decode(text)) as unknown) : undefined;
  }
}
