import type { Customer, CustomerProfile } from '#contract/customer.ts';
import type { Directory } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import type { DirectoryAnswer, DirectoryQuery, LearntNews, Located, RowWindow } from './directory-protocol.ts';
import { type Knowledge, NO_KNOWLEDGE } from './filters.ts';
import { SearchIndex, type SearchResult } from './search-index.ts';

interface Copy {
  directory: Directory;
  index: SearchIndex;
}

interface DirectoryServiceOptions {
  /** Reads the whole list. */
  load: () => Promise<Directory>;
  onChange: () => void;
}

/** What the worker does, without the worker: one copy of the list, one current result, and what was saved meanwhile. */
export class DirectoryService {
  readonly #options: DirectoryServiceOptions;
  #copy: Promise<Copy> | undefined;
  #refreshing: Promise<void> | undefined;
  /** Saved since the last load began, whose answer may be older than they are. */
  #saved: CustomerProfile[] = [];
  #asked = 0;
  #result: SearchResult | undefined;
  #knowledge: Knowledge = NO_KNOWLEDGE;

  constructor(options: DirectoryServiceOptions) {
    this.#options = options;
  }

  /** Nothing when another query came in while this one waited. */
  async query(query: DirectoryQuery, from: number, to: number): Promise<DirectoryAnswer | undefined> {
    this.#asked += 1;
    const resultId = this.#asked;
    const { index, directory } = await this.#current();
    // Queries typed in the meantime are already queued: let them in before searching for an old one.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (resultId !== this.#asked) return undefined;
    const result = index.run(query);
    this.#result = result;
    return {
      resultId,
      total: result.places.length,
      counts: result.counts,
      everyone: index.size,
      unreadable: directory.unreadable,
      asOf: directory.asOf,
      from,
      rows: index.rows(result, from, to),
    };
  }

  async rows(resultId: number, from: number, to: number): Promise<RowWindow | undefined> {
    const { index } = await this.#current();
    if (resultId !== this.#asked || !this.#result) return undefined;
    return { from, rows: index.rows(this.#result, from, to) };
  }

  async find(customerId: CustomerId): Promise<Customer | undefined> {
    return (await this.#current()).index.find(customerId);
  }

  async take(what: DirectoryQuery | readonly CustomerId[], from: number, to: number): Promise<Customer[]> {
    const { index } = await this.#current();
    if (isIds(what)) return what.slice(from, to).flatMap((id) => index.find(id) ?? []);
    return index.rows(index.runAside(what), from, to).map(({ customer }) => customer);
  }

  async locate(query: DirectoryQuery, customerId: CustomerId): Promise<Located | undefined> {
    return (await this.#current()).index.locate(query, customerId);
  }

  async count(queries: readonly DirectoryQuery[]): Promise<number[]> {
    const { index } = await this.#current();
    return queries.map((query) => index.runAside(query).places.length);
  }

  async options(query: DirectoryQuery): Promise<number[]> {
    return (await this.#current()).index.countOptions(query);
  }

  /** Who is new, who has changed: filters and rows show it from now on. */
  async learn({ now, firstSeen, changed, country }: LearntNews): Promise<undefined> {
    const hadNews = this.#knowledge.firstSeen.size + this.#knowledge.changed.size > 0;
    this.#knowledge = {
      now,
      firstSeen: new Map(firstSeen.map(({ customerId, at }) => [customerId, at])),
      changed: new Set(changed),
      duplicates: new Set(),
      country,
    };
    if (!this.#copy) return;
    (await this.#copy).index.learn(this.#knowledge);
    // Nearly always there is no news: then what is shown stays right.
    if (hadNews || firstSeen.length + changed.length > 0) this.#options.onChange();
  }

  async patch(profile: CustomerProfile): Promise<undefined> {
    if (!this.#copy) return;
    this.#saved.push(profile);
    const { index } = await this.#copy;
    if (lay(index, profile)) this.#options.onChange();
  }

  /** Reads the list again; what is there stays when that fails. */
  async refresh(): Promise<undefined> {
    this.#refreshing ??= this.#reload().finally(() => (this.#refreshing = undefined));
    await this.#refreshing;
  }

  #current(): Promise<Copy> {
    if (!this.#copy) {
      const loading = this.#load();
      this.#copy = loading;
      // The next question tries again.
      loading.catch(() => (this.#copy = undefined));
    }
    return this.#copy;
  }

  async #reload(): Promise<void> {
    if (!this.#copy) {
      await this.#current();
    } else {
      const copy = await this.#load();
      this.#copy = Promise.resolve(copy);
      this.#result = undefined;
      this.#asked += 1;
    }
    this.#options.onChange();
  }

  async #load(): Promise<Copy> {
    this.#saved = [];
    const directory = await this.#options.load();
    const index = new SearchIndex(directory.data);
    index.learn(this.#knowledge);
    for (const profile of this.#saved) lay(index, profile);
    void warmUp(index);
    return { directory, index };
  }
}

function isIds(what: DirectoryQuery | readonly CustomerId[]): what is readonly CustomerId[] {
  return Array.isArray(what);
}

/** Whether the customer is in the list; only the list knows `archived`. */
function lay(index: SearchIndex, profile: CustomerProfile): boolean {
  const known = index.find(profile.id);
  if (known) index.put({ ...profile, archived: known.archived });
  return known !== undefined;
}

/** In small steps, so that a query never waits long. */
async function warmUp(index: SearchIndex): Promise<void> {
  for (const _ of index.warmUp()) await new Promise((resolve) => setTimeout(resolve, 0));
}
