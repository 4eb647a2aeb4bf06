import { expect, test, vi } from 'vitest';
import type { Directory } from '#contract/gateway.ts';
import { CustomerId } from '#contract/id.ts';
import { HttpError, NetworkError } from '#shared/api/errors.ts';
import { customer } from './customer-fixture.ts';
import { DirectoryClient } from './directory-client.ts';
import type { DirectoryMessage, DirectoryQuery } from './directory-protocol.ts';
import type { LoadList, Loaded } from './list-copy.ts';
import { DirectoryService } from './directory-service.ts';
import { answerRequest } from './answer-request.ts';

const JANE = customer('cust_123', 'Jane', 'Smith');
/** By name, as the gateway sends it. */
const LIST: Directory = {
  data: [customer('cust_8', 'Old', 'Friend', { archived: true }), JANE],
  unreadable: [],
  asOf: '2026-03-03T14:02:00Z',
};
const ALL: DirectoryQuery = { q: '', status: 'all', sort: 'name', direction: 'asc' };

/** A client and a service joined as by a worker: everything between them is cloned and arrives later. */
function join(read: () => Promise<Directory>): DirectoryClient {
  return joinArriving(async ({ onHead, onCustomers }) => {
    const { data, ...rest } = await read();
    onHead({ ...rest, total: data.length });
    onCustomers(data);
    return {};
  });
}

function joinArriving(load: LoadList): DirectoryClient {
  return new DirectoryClient((receive) => {
    function post(message: DirectoryMessage) {
      receive(structuredClone(message));
    }
    const service = new DirectoryService({ load, onChange: () => post({ changed: true }) });
    return {
      terminate: () => undefined,
      postMessage: (request) => void answerRequest(service, structuredClone(request)).then(post),
    };
  });
}

test('searches and gives windows of rows', async () => {
  const client = join(() => Promise.resolve(LIST));
  const answer = await client.query(ALL, 0, 1);
  expect(answer).toMatchObject({ total: 2, counts: { active: 1, archived: 1, all: 2 }, everyone: 2, asOf: LIST.asOf });
  expect(answer?.rows.map((row) => row.customer.lastname)).toEqual(['Friend']);
  const more = await client.rows(answer?.resultId ?? 0, 1, 2);
  expect(more?.rows.map((row) => row.customer.lastname)).toEqual(['Smith']);
});

test('answers only the last of the queries typed in a row', async () => {
  const client = join(() => Promise.resolve(LIST));
  const answers = await Promise.all(['j', 'ja', 'jan'].map((q) => client.query({ ...ALL, q }, 0, 10)));
  expect(answers.map((answer) => answer?.total)).toEqual([undefined, undefined, 1]);
});

test('a save changes the list at once, keeps what only the list knows, and is announced', async () => {
  const client = join(() => Promise.resolve(LIST));
  const changed = vi.fn<() => void>();
  client.subscribe(changed);
  await client.query(ALL, 0, 10);
  const { archived: _, ...profile } = { ...JANE, lastname: 'Jones' };
  await client.patch(profile);
  expect(changed).toHaveBeenCalledOnce();
  expect(client.version()).toBe(1);
  expect(await client.find(JANE.id)).toEqual({ ...JANE, lastname: 'Jones' });
  expect((await client.query({ ...ALL, q: 'jones' }, 0, 10))?.total).toBe(1);
});

test('takes customers to export, counts other queries and says who stands beside a customer', async () => {
  const client = join(() => Promise.resolve(LIST));
  const shown = await client.query(ALL, 0, 1);
  expect((await client.take(ALL, 0, 10)).map(({ id }) => id)).toEqual(['cust_8', 'cust_123']);
  expect(await client.take([JANE.id, CustomerId.parse('cust_gone')], 0, 10)).toEqual([JANE]);
  expect(await client.count([ALL, { ...ALL, status: 'active' }, { ...ALL, filters: { mobile: 'has' } }])).toEqual([
    2, 1, 0,
  ]);
  expect(await client.locate(ALL, JANE.id)).toEqual({ index: 1, total: 2, before: 'cust_8', after: undefined });
  expect(await client.locate({ ...ALL, q: 'friend' }, JANE.id)).toBeUndefined();
  // The result on screen is still the current one.
  expect((await client.rows(shown?.resultId ?? 0, 1, 2))?.rows[0]?.customer).toEqual(JANE);
});

test('what is learnt narrows the list and stands in its rows, whenever it is told', async () => {
  const client = join(() => Promise.resolve(LIST));
  const news = {
    now: 10,
    firstSeen: [{ customerId: JANE.id, at: 5 }],
    changed: ['cust_8'],
    country: 'GB',
    notDuplicates: [],
    recent: [],
  };
  await client.learn(news);
  const fresh = await client.query({ ...ALL, filters: { isNew: 7 } }, 0, 10);
  expect(fresh?.rows).toMatchObject([{ customer: JANE, newSince: 5 }]);
  expect(fresh?.counts).toEqual({ active: 1, archived: 0, all: 1 });
  expect((await client.query({ ...ALL, filters: { changed: true } }, 0, 10))?.total).toBe(1);
  await client.learn({ ...news, changed: [] });
  expect((await client.query({ ...ALL, filters: { changed: true } }, 0, 10))?.total).toBe(0);
});

test('a save while the list is read again is not lost', async () => {
  const waiting: (() => void)[] = [];
  let isFirst = true;
  const client = join(() => {
    if (!isFirst) return new Promise((resolve) => waiting.push(() => resolve(LIST)));
    isFirst = false;
    return Promise.resolve(LIST);
  });
  await client.query(ALL, 0, 10);
  const refreshed = client.refresh();
  await expect.poll(() => waiting).toHaveLength(1);
  const { archived: _, ...profile } = { ...JANE, lastname: 'Jones' };
  await client.patch(profile);
  waiting[0]?.();
  await refreshed;
  expect((await client.find(JANE.id))?.lastname).toBe('Jones');
});

test('a save before the list was asked for starts nothing', async () => {
  const load = vi.fn<() => Promise<Directory>>(() => Promise.resolve(LIST));
  await join(load).patch(JANE);
  expect(load).not.toHaveBeenCalled();
});

test('errors arrive as what they were, and the next question tries again', async () => {
  const outcomes = [
    new HttpError(503, { code: 'reservie_unavailable', message: 'Down', requestId: 'r1' }),
    new NetworkError('offline'),
  ];
  const client = join(() => {
    const error = outcomes.shift();
    return error ? Promise.reject(error) : Promise.resolve(LIST);
  });
  await expect(client.query(ALL, 0, 1)).rejects.toMatchObject({
    name: 'HttpError',
    status: 503,
    body: { requestId: 'r1' },
  });
  await expect(client.query(ALL, 0, 1)).rejects.toBeInstanceOf(NetworkError);
  expect((await client.query(ALL, 0, 1))?.total).toBe(2);
});

test('a refresh that fails keeps the list', async () => {
  let loads = 0;
  const client = join(() => (++loads === 2 ? Promise.reject(new NetworkError('offline')) : Promise.resolve(LIST)));
  await client.query(ALL, 0, 1);
  await expect(client.refresh()).rejects.toBeInstanceOf(NetworkError);
  expect((await client.query(ALL, 0, 1))?.total).toBe(2);
});

test('a worker that breaks tells its callers, and is replaced', async () => {
  const failures: (() => void)[] = [];
  const client = new DirectoryClient((_, fail) => {
    failures.push(fail);
    return { terminate: () => undefined, postMessage: () => undefined };
  });
  const lost = client.find(JANE.id);
  failures[0]?.();
  await expect(lost).rejects.toBeInstanceOf(NetworkError);
  void client.find(JANE.id);
  expect(failures).toHaveLength(2);
  // It never worked: screens that show a list would ask again without end.
  expect(client.version()).toBe(0);
});

test('a worker that breaks later is replaced under the list on screen', async () => {
  let crash: (() => void) | undefined;
  let started = 0;
  const client = new DirectoryClient((receive, fail) => {
    crash = fail;
    started += 1;
    return {
      terminate: () => undefined,
      postMessage: ({ id }) => queueMicrotask(() => receive({ id, answer: started })),
    };
  });
  await client.find(JANE.id);
  crash?.();
  expect(client.version()).toBe(1);
  expect(await client.find(JANE.id)).toBe(2);
});

test.each([0, 1, 100_000])('a list of %i', async (count) => {
  const data = Array.from({ length: count }, (_, at) => customer(`cust_${at}`, 'Ada', `Lovelace${at}`));
  const client = join(() => Promise.resolve({ ...LIST, data }));
  const { total, everyone, rows, arrival } = (await client.query(ALL, 0, 3)) ?? {};
  expect({ total, everyone, shown: rows?.length, arrival }).toEqual({
    total: count,
    everyone: count,
    shown: Math.min(count, 3),
    arrival: undefined,
  });
  expect((await client.query({ ...ALL, q: 'lovelace0' }, 0, 3))?.total).toBe(Math.min(count, 1));
});

test('customers without a single field are listed, found by id, and no duplicates of each other', async () => {
  const bare = { email: '', mobile: '' };
  const data = [customer('cust_1', '', '', bare), customer('cust_2', '', '', bare)];
  const client = join(() => Promise.resolve({ ...LIST, data }));
  expect((await client.query(ALL, 0, 10))?.total).toBe(2);
  expect((await client.query({ ...ALL, q: 'cust_2', sort: 'match' }, 0, 10))?.rows[0]?.customer.id).toBe('cust_2');
  expect((await client.query({ ...ALL, q: 'ada' }, 0, 10))?.total).toBe(0);
  expect(await client.duplicates()).toEqual([]);
});

test('what has arrived can be searched, and completes by itself', async () => {
  const list = arriving(3);
  const client = joinArriving(list.load);
  const changed = vi.fn<() => void>();
  client.subscribe(changed);
  const first = client.query({ ...ALL, q: 'smith' }, 0, 10);
  list.sink?.onCustomers([JANE]);
  expect(await first).toMatchObject({ total: 1, everyone: 3, arrival: { arrived: 1, isBroken: false } });
  const found = client.find(CustomerId.parse('cust_9'));
  list.sink?.onCustomers([customer('cust_8', 'Al', 'Smith'), customer('cust_9', 'Bo', 'Smith')]);
  list.end();
  expect((await found)?.firstname).toBe('Bo');
  expect(changed).toHaveBeenCalled();
  const whole = await client.query({ ...ALL, q: 'smith' }, 0, 10);
  expect(whole).toMatchObject({ total: 3, everyone: 3 });
  expect(whole).not.toHaveProperty('arrival');
});

test('a list that breaks off leaves what has arrived, says so, and is read anew on request', async () => {
  const list = arriving(2);
  const client = joinArriving(list.load);
  const first = client.query(ALL, 0, 10);
  list.sink?.onCustomers([JANE]);
  await first;
  list.breakOff(new NetworkError('gone'));
  expect(await client.query(ALL, 0, 10)).toMatchObject({ total: 1, arrival: { arrived: 1, isBroken: true } });
  const refreshed = client.refresh();
  await expect.poll(() => list.loads).toBe(2);
  list.sink?.onCustomers([JANE, customer('cust_8', 'Al', 'Smith')]);
  list.end();
  await refreshed;
  expect(await client.query(ALL, 0, 10)).toMatchObject({ total: 2, everyone: 2 });
});

test('what is saved while the list arrives is not undone by what arrives later', async () => {
  const list = arriving(2);
  const client = joinArriving(list.load);
  const first = client.query(ALL, 0, 10);
  list.sink?.onCustomers([customer('cust_8', 'Al', 'Smith')]);
  await first;
  const { archived: _, ...profile } = { ...JANE, lastname: 'Jones' };
  await client.patch(profile);
  list.sink?.onCustomers([JANE]);
  list.end();
  expect((await client.find(JANE.id))?.lastname).toBe('Jones');
});

/** A list that arrives as the test says. */
function arriving(total: number) {
  const list = {
    loads: 0,
    sink: undefined as Parameters<LoadList>[0] | undefined,
    end: () => undefined as void,
    breakOff: (_error: Error) => undefined as void,
    load: ((sink) => {
      list.loads += 1;
      list.sink = sink;
      sink.onHead({ total, unreadable: [], asOf: LIST.asOf });
      return new Promise<Loaded>((resolve, reject) => {
        list.end = () => resolve({});
        list.breakOff = reject;
      });
    }) satisfies LoadList,
  };
  return list;
}

test('looks up every line of a pasted list', async () => {
  const client = join(() => Promise.resolve(LIST));
  const { lines, left } = await client.lookUp('Smith, Jane\nNot Known\n');
  expect(lines.map(({ outcome, customers }) => [outcome, customers.map(({ id }) => id)])).toEqual([
    ['found', [JANE.id]],
    ['none', []],
  ]);
  expect(left).toBe(0);
});

test('a list that is read anew moves no rows for who was opened meanwhile', async () => {
  const client = join(() => Promise.resolve({ ...LIST, data: [JANE, customer('cust_9', 'Zoe', 'Smith')] }));
  const smiths = async (q: string) =>
    (await client.query({ ...ALL, q, sort: 'match' }, 0, 9))?.rows.map(({ customer: { id } }) => id);
  expect(await smiths('smith')).toEqual(['cust_123', 'cust_9']);
  const recent = [CustomerId.parse('cust_9')];
  await client.learn({ now: 0, firstSeen: [], changed: [], country: 'GB', notDuplicates: [], recent });
  await client.refresh();
  expect(await smiths('smith')).toEqual(['cust_123', 'cust_9']);
  expect(await smiths('smit')).toEqual(['cust_9', 'cust_123']);
});
