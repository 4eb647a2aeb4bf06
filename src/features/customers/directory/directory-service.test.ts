import { expect, onTestFinished, test, vi } from 'vitest';
import { customer } from './customer-fixture.ts';
import type { DirectoryQuery } from './directory-protocol.ts';
import { DirectoryService } from './directory-service.ts';
import type { Loaded } from './list-copy.ts';
import type { ListSink } from './read-columns.ts';
import { SearchIndex } from './search-index.ts';

const ALL: DirectoryQuery = { q: '', status: 'all', sort: 'name', direction: 'asc' };

// The first of this file: its search is the one that loads the code.
test('a search that has waited for its code is answered before the list is made ready for others', async () => {
  const run = vi.spyOn(SearchIndex.prototype, 'run');
  onTestFinished(() => run.mockRestore());
  const service = new DirectoryService({
    load: async (sink) => {
      sink.onHead({ total: 1, unreadable: [], asOf: '2026-03-03T14:02:00Z' });
      sink.onCustomers([customer('cust_1', 'Jane', 'Smith')]);
      return {};
    },
    onChange: () => undefined,
  });
  const answer = await service.query({ ...ALL, q: 'smith' }, 0, 10);
  expect(answer?.total).toBe(1);
  expect(run.mock.calls.map(([query]) => query.q)).toEqual(['smith']);
});

test('where a part of the list is on screen, the whole is answered before views are counted', async () => {
  let sink: ListSink | undefined;
  let end: ((loaded: Loaded) => void) | undefined;
  let tell: (() => void) | undefined;
  const changed = new Promise<void>((resolve) => (tell = resolve));
  const service = new DirectoryService({
    load: (given) => {
      sink = given;
      return new Promise((resolve) => (end = resolve));
    },
    onChange: () => tell?.(),
  });
  const part = service.query(ALL, 0, 10);
  sink?.onHead({ total: 2, unreadable: [], asOf: '2026-03-03T14:02:00Z' });
  sink?.onCustomers([customer('cust_1', 'Jane', 'Smith')]);
  expect((await part)?.arrival).toEqual({ arrived: 1, isBroken: false });
  const order: string[] = [];
  const counted = service.count([ALL, { ...ALL, q: 'smith' }]).then((counts) => order.push(`counts ${counts.join()}`));
  const shown = changed.then(() => service.query(ALL, 0, 10)).then((answer) => order.push(`rows ${answer?.total}`));
  sink?.onCustomers([customer('cust_8', 'Al', 'Jones')]);
  end?.({});
  await Promise.all([counted, shown]);
  expect(order).toEqual(['rows 2', 'counts 2,1']);
});
