import { WireError } from '../../contract/error.ts';

/** A page gives up after so long (src/shared/api/call.ts). */
const PATIENCE_MS = 30_000;

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export interface Seen {
  status: number;
  ms: number;
  isStale: boolean;
  json: unknown;
  /** Empty after a 200. */
  code: string;
  message: string;
}

/** Asks the gateway, measures, and writes down whatever no page should ever meet. */
export class Witness {
  readonly #urlNow: () => string;
  readonly #cookie: string;
  readonly #mayBeCut: () => boolean;
  readonly violations: string[] = [];
  readonly outcomes = new Map<string, number>();
  longestMs = 0;

  /** `cookie`: of the member of staff who asks. `mayBeCut`: a gateway has been killed or frozen on purpose. */
  constructor(url: string | (() => string), cookie: string, mayBeCut: () => boolean = () => false) {
    this.#urlNow = typeof url === 'string' ? () => url : url;
    this.#cookie = cookie;
    this.#mayBeCut = mayBeCut;
  }

  async ask(what: string, path: string, init: Init = {}): Promise<Seen> {
    const start = performance.now();
    let seen: Seen;
    try {
      const headers = { ...init.headers, cookie: this.#cookie };
      const response = await fetch(this.#urlNow() + path, {
        ...init,
        headers,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const json: unknown = await response.json();
      seen = { ...this.#judge(what, response, json), ms: performance.now() - start };
    } catch (error) {
      const code = this.#mayBeCut() ? 'cut' : 'hung';
      if (code === 'hung') this.violations.push(`${what}: no answer within the page’s patience (${String(error)})`);
      seen = { status: 0, ms: performance.now() - start, isStale: false, json: undefined, code, message: '' };
    }
    this.longestMs = Math.max(this.longestMs, seen.ms);
    const outcome = `${what.padEnd(8)} ${seen.code === '' ? (seen.isStale ? 'stale' : 'right') : seen.code}`;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    return seen;
  }

  #judge(what: string, response: Response, json: unknown): Seen {
    const { status, headers } = response;
    const answer = { status, ms: 0, isStale: headers.has('x-stale'), json, code: '', message: '' };
    if (status === 200) return answer;
    const error = WireError.safeParse(json);
    if (!error.success) this.violations.push(`${what}: status ${status} without our error`);
    else if (error.data.code === 'internal') this.violations.push(`${what}: our own fault`);
    return error.success ? { ...answer, code: error.data.code, message: error.data.message } : answer;
  }
}
