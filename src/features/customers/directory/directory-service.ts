import type { Customer, CustomerProfile } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { DirectoryAnswer, DirectoryQuery, LearntNews, Located, RowWindow } from './directory-protocol.ts';
import type { LookedUpLine, LookedUpList } from '../matching/look-up-list.ts';
import { type DismissedGroup, type DuplicateGroup, withoutDismissed } from '../duplicates/duplicate-group.ts';
import { type Knowledge, NO_KNOWLEDGE } from './filters.ts';
import { ListCopy, type LoadList } from './list-copy.ts';
import { MobileWriter } from './mobile-writer.ts';
import { Background, SCROLLING_MS, TYPING_MS, nextTurn } from './take-turns.ts';
import { type SearchIndex, type SearchResult, isSearch, loadMatching, matchingUnderWay } from './search-index.ts';

interface DirectoryServiceOptions {
  load: LoadList;
  onChange: () => void;
}

/** While the list arrives, pages are told about so often. */
const GROWN_MS = 500;
/** So long counts wait for a page that was told that the list is whole, and is about to ask for its rows. */
const PATIENCE_MS = 500;

/** What the worker does, without the worker: one copy of the list, one current result, and what was saved meanwhile. */
export class DirectoryService {
  readonly #options: DirectoryServiceOptions;
  #copy: ListCopy | undefined;
  #refreshing: Promise<void> | undefined;
  /** Saved since the last load began, whose answer may be older than they are. */
  #saved: CustomerProfile[] = [];
  #asked = 0;
  #result: SearchResult | undefined;
  /** The last answer came from a list that was not whole. */
  #isPartShown = false;
  /** What is to be done once the whole list is shown. */
  #afterWhole: (() => void)[] = [];
  #knowledge: Knowledge = NO_KNOWLEDGE;
  /** Of the list in hand, once they were asked for. */
  #duplicates: { of: SearchIndex; groups: Promise<DuplicateGroup[]> } | undefined;
  #dismissed: readonly DismissedGroup[] = [];
  #recent: readonly CustomerId[] = [];
  readonly #background = new Background();
  readonly #mobiles = new MobileWriter();
  /** The list in hand is ready for every search and order. */
  #warm: Promise<void> = Promise.resolve();

  constructor(options: DirectoryServiceOptions) {
    this.#options = options;
  }

  /** Nothing when another query came in while this one waited. */
  async query(query: DirectoryQuery, from: number, to: number): Promise<DirectoryAnswer | undefined> {
    this.#asked += 1;
    const resultId = this.#asked;
    const copy = this.#current();
    await copy.begun;
    if (query.filters?.duplicate) await this.duplicates();
    if (isSearch(query)) await this.#prepareSearch(copy);
    this.#background.standAside(TYPING_MS);
    // Queries typed in the meantime are already queued: let them in before searching for an old one.
    await nextTurn();
    if (resultId !== this.#asked) return undefined;
    const { index, arrival } = copy;
    this.#isPartShown = arrival !== undefined;
    if (!this.#isPartShown) for (const go of this.#afterWhole.splice(0)) go();
    const result = index.run(query);
    this.#result = result;
    return {
      resultId,
      total: result.places.length,
      counts: result.counts,
      everyone: copy.total,
      unreadable: copy.unreadable,
      asOf: copy.asOf,
      from,
      rows: index.rows(result, from, to),
      ...(arrival && { arrival }),
    };
  }

  async rows(resultId: number, from: number, to: number, country?: string): Promise<RowWindow | undefined> {
    this.#background.standAside(SCROLLING_MS);
    const copy = this.#current();
    await copy.begun;
    if (resultId !== this.#asked || !this.#result) return undefined;
    const rows = copy.index.rows(this.#result, from, to);
    if (country !== undefined) await this.#mobiles.write(rows, country);
    return { from, rows };
  }

  async find(customerId: CustomerId): Promise<Customer | undefined> {
    const copy = this.#current();
    await copy.begun;
    return copy.index.find(customerId) ?? (await this.#all()).find(customerId);
  }

  async take(what: DirectoryQuery | readonly CustomerId[], from: number, to: number): Promise<Customer[]> {
    const index = await this.#all();
    if ('length' in what) return what.slice(from, to).flatMap((id) => index.find(id) ?? []);
    return index.rows(index.runAside(what), from, to).map(({ customer }) => customer);
  }

  async locate(query: DirectoryQuery, customerId: CustomerId): Promise<Located | undefined> {
    return (await this.#all()).locate(query, customerId);
  }

  async count(queries: readonly DirectoryQuery[]): Promise<number[]> {
    const index = await this.#all();
    if (queries.some(({ filters }) => filters?.duplicate)) await this.duplicates();
    await this.#wholeIsShown();
    const counts: number[] = [];
    // One by one, so that a search in between need not wait.
    for (const query of queries) {
      await this.#background.turn();
      counts.push(index.count(query));
    }
    return counts;
  }

  /** Where a part of the list is on screen, the rows of the whole come before all that no user waits for. */
  async #wholeIsShown(): Promise<void> {
    if (this.#isPartShown) {
      await new Promise<void>((resolve) => {
        this.#afterWhole.push(resolve);
        setTimeout(resolve, PATIENCE_MS);
      });
    }
    // The answer is sent first.
    await nextTurn();
  }

  async options(query: DirectoryQuery): Promise<number[]> {
    await this.duplicates();
    return (await this.#all()).countOptions(query);
  }

  /** Line by line, so that a search in between need not wait. */
  async lookUp(text: string): Promise<LookedUpList> {
    const index = await this.#all();
    const lines: LookedUpLine[] = [];
    for (const line of index.lookUp(text)) {
      lines.push(line);
      await nextTurn();
    }
    return { lines, left: index.countLeft(text) };
  }

  /** Who is new, who has changed: filters and rows show it from now on. */
  async learn({ now, firstSeen, changed, country, notDuplicates, recent }: LearntNews): Promise<undefined> {
    this.#dismissed = notDuplicates;
    this.#recent = recent;
    const hadNews = this.#knowledge.firstSeen.size + this.#knowledge.changed.size > 0;
    this.#knowledge = {
      now,
      firstSeen: new Map(firstSeen.map(({ customerId, at }) => [customerId, at])),
      changed: new Set(changed),
      duplicates: this.#knowledge.duplicates,
      country,
    };
    if (!this.#copy) return;
    this.#teach(this.#copy.index);
    if (this.#duplicates) await this.duplicates();
    // Nearly always there is no news: then what is shown stays right.
    if (hadNews || firstSeen.length + changed.length > 0) this.#options.onChange();
  }

  /** Groups of likely duplicates among all, without those of which staff said that they are none. */
  async duplicates(): Promise<DuplicateGroup[]> {
    const index = await this.#all();
    if (this.#duplicates?.of !== index) {
      // Single-flight: all who ask meanwhile wait for the same.
      const finding = { of: index, groups: this.#findDuplicates(index) };
      finding.groups.catch(() => {
        if (this.#duplicates === finding) this.#duplicates = undefined;
      });
      this.#duplicates = finding;
    }
    const likely = withoutDismissed(await this.#duplicates.groups, this.#dismissed);
    const duplicates = new Set<string>(likely.flatMap(({ customers }) => customers.map(({ id }) => id)));
    const before = this.#knowledge.duplicates;
    this.#knowledge = { ...this.#knowledge, duplicates };
    this.#teach(index);
    // Rows say so too.
    if (before.size !== duplicates.size) this.#options.onChange();
    return likely;
  }

  /** After what searches need. */
  async #findDuplicates(index: SearchIndex): Promise<DuplicateGroup[]> {
    await this.#warm;
    return this.#background.run(await index.duplicates());
  }

  #teach(index: SearchIndex): void {
    index.learn(this.#knowledge);
    index.lift(this.#recent);
  }

  async patch(profile: CustomerProfile): Promise<undefined> {
    if (!this.#copy) return;
    this.#saved.push(profile);
    this.#duplicates = undefined;
    if (this.#copy.apply(profile)) this.#options.onChange();
  }

  /** Reads the list again; what is there stays when that fails. */
  async refresh(): Promise<undefined> {
    this.#refreshing ??= this.#reload().finally(() => (this.#refreshing = undefined));
    await this.#refreshing;
  }

  /** Begins to read the list, if that has not begun. */
  begin(): void {
    this.#current();
  }

  /** The copy in hand; one of which nothing came, or that broke off, is read anew by the next question. */
  #current(): ListCopy {
    if (!this.#copy) {
      const copy = this.#load();
      this.#copy = copy;
      copy.begun.catch(() => {
        if (this.#copy === copy) this.#copy = undefined;
      });
    }
    return this.#copy;
  }

  /** For what must not be answered from a part. @throws what broke the list off */
  async #all(): Promise<SearchIndex> {
    const copy = this.#current();
    await copy.begun;
    await copy.ended;
    await this.#prepareSearch(copy);
    return copy.index;
  }

  /** Before the first search: when the pages are idle they ask for duplicates, and so for this. */
  async #prepareSearch(copy: ListCopy): Promise<void> {
    // While the list arrives, its end does it.
    if ((await loadMatching()) && copy.isWhole) void this.#warmUp(copy.index);
  }

  async #reload(): Promise<void> {
    const former = this.#copy;
    const copy = former?.isWhole ? this.#load(former.etag) : this.#restart();
    await copy.begun;
    await copy.ended;
    if (copy.failure) throw copy.failure;
    if (copy.isAsBefore) return;
    if (former) copy.index.liftAs(former.index);
    this.#copy = copy;
    this.#result = undefined;
    this.#asked += 1;
    this.#options.onChange();
  }

  /** What is not whole is not worth keeping once all of it is read again. */
  #restart(): ListCopy {
    if (this.#copy?.arrival?.isBroken) this.#copy = undefined;
    return this.#current();
  }

  /** Those who were answered from a part ask again. */
  #tellMore(copy: ListCopy): void {
    if (this.#copy === copy && this.#isPartShown) this.#options.onChange();
  }

  #load(knownEtag?: string): ListCopy {
    this.#saved = [];
    let toldAt = performance.now();
    const copy: ListCopy = new ListCopy(
      (sink) => this.#options.load(sink, knownEtag),
      () => {
        for (const profile of this.#saved) copy.apply(profile);
        if (performance.now() - toldAt < GROWN_MS) return;
        toldAt = performance.now();
        this.#tellMore(copy);
      },
    );
    this.#teach(copy.index);
    this.#warm = this.#complete(copy);
    return copy;
  }

  /** Once nothing more comes. */
  async #complete(copy: ListCopy): Promise<void> {
    await copy.ended;
    this.#teach(copy.index);
    this.#tellMore(copy);
    await this.#wholeIsShown();
    await this.#warmUp(copy.index);
  }

  /** In small steps, so that a query never waits long. */
  async #warmUp(index: SearchIndex): Promise<void> {
    // A search that waits for its code is answered first.
    await matchingUnderWay();
    await this.#background.turn();
    for (const _ of index.warmUp()) await this.#background.turn();
  }
}
