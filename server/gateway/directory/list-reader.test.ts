import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ListReader, type ListReaderOptions } from './list-reader.ts';
import { readCustomerList } from './read-list.ts';

function open(options: Partial<ListReaderOptions> = {}): { reader: ListReader; troubles: string[] } {
  const troubles: string[] = [];
  const reader = new ListReader({ onTrouble: (message) => troubles.push(message), long: 0, ...options });
  onTestFinished(() => reader.close());
  return { reader, troubles };
}

/** In pieces that do not care where a character ends. */
function cut(text: string): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / 1_001) }, (_, at) => bytes.slice(at * 1_001, (at + 1) * 1_001));
}

function list(count: number): Uint8Array[] {
  const data = Array.from({ length: count }, (_, at) => ({
    id: `cust_${at}`,
    type: 'customer',
    firstname: `First ${at % 7}`,
    lastname: `Läst ${at % 900}`,
    email: '',
    mobile: at % 5 === 0 ? null : '07700 900123',
    archived: at % 3 === 0,
  }));
  return cut(JSON.stringify({ data: [...data, { id: 'cust_odd' }, 7] }));
}

/** A thread that does not do what it should. */
function thread(program: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(program)}`);
}

test.each([0, 1, 4_500])('a thread reads %i customers as this one would, one list after the other', async (count) => {
  const { reader, troubles } = open();
  for (let round = 0; round < 2; round += 1) {
    expect(await reader.read(list(count))).toEqual(await readCustomerList(list(count)));
  }
  expect(troubles).toEqual([]);
});

test.each(['', '{"data":', '{"data":{}}', '[1]'])('%j is an answer that cannot be read', async (text) => {
  const { reader, troubles } = open();
  await expect(reader.read(cut(text))).rejects.toMatchObject({ code: 'reservie_malformed' });
  expect(troubles).toEqual([]);
  expect((await reader.read(list(3))).data).toHaveLength(3);
});

test.each([
  ['throws', 'throw new Error("no")'],
  ['ends', 'process.exit(3)'],
  ['says nothing', 'setInterval(() => undefined, 1e6)'],
])('when the thread %s the list is read all the same, and the trouble is told', async (_, program) => {
  const { reader, troubles } = open({ thread: thread(program), longestMs: 1_000 });
  expect((await reader.read(list(3))).data).toHaveLength(3);
  expect(troubles).toEqual([expect.stringContaining('it is read without one')]);
});

test('a thread that could not be started does not end the process', async () => {
  const { reader, troubles } = open({ thread: pathToFileURL('/nowhere/at-all.mjs') });
  expect((await reader.read(list(3))).data).toHaveLength(3);
  expect(troubles).toHaveLength(1);
});
