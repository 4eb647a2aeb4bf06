export interface Answered {
  what: 'list' | 'page' | 'prefetch' | 'save';
  status: number;
  ms: number;
  /** Answered without asking Reservie: older than the request. */
  isCached: boolean;
  isStale: boolean;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What a customer's page asks when it is opened: the summary is made of these. */
const PARTS = [
  'profile',
  'bookings?startDate=2000-01-01&page=0&pageSize=100',
  'passes?page=0&pageSize=100',
  'subscriptions?page=0&pageSize=100',
  'appointments/summary?page=0&pageSize=100',
  'notes/count',
];

/** The requests of one member of staff's browser, each of which is noted. */
export class DeskPage {
  readonly #url: string;
  readonly #cookie: string;
  readonly #note: (answered: Answered) => void;

  constructor(url: string, cookie: string, note: (answered: Answered) => void) {
    this.#url = url;
    this.#cookie = cookie;
    this.#note = note;
  }

  async ask(what: Answered['what'], path: string, init: Asked = {}): Promise<{ headers: Headers; text: string }> {
    const began = Date.now();
    const start = performance.now();
    const headers = { cookie: this.#cookie, origin: this.#url, ...init.headers };
    const response = await fetch(this.#url + path, { ...init, headers });
    const text = await response.text();
    const asOf = response.headers.get('x-as-of');
    this.#note({
      what,
      status: response.status,
      ms: performance.now() - start,
      isCached: asOf !== null && Date.parse(asOf) < began,
      isStale: response.headers.has('x-stale'),
    });
    return { headers: response.headers, text };
  }

  /** @returns the profile as it was answered. */
  async open(customer: string, headers: Record<string, string> = {}): Promise<string> {
    const [profile] = await Promise.all(
      PARTS.map((part) => this.ask('page', `/api/customers/${customer}/${part}`, { headers })),
    );
    return profile?.text ?? '';
  }

  async save(customer: string, profile: string, mobile: string): Promise<void> {
    const { data } = JSON.parse(profile) as { data?: { mobile: string } };
    if (!data) return;
    const body = JSON.stringify({ mobile: { from: data.mobile, to: mobile } });
    const headers = { 'content-type': 'application/json' };
    await this.ask('save', `/api/customers/${customer}/profile`, { method: 'PATCH', body, headers });
  }
}
