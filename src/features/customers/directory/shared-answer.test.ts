import { expect, test } from 'vitest';
import { DirectoryClient } from './directory-client.ts';
import type { DirectoryQuery } from './directory-protocol.ts';
import { SharedAnswer } from './shared-answer.ts';

const ALL: DirectoryQuery = { q: '', status: 'all', sort: 'name', direction: 'asc' };

/** A page whose worker answers with what it was asked, in shared memory; its messages come when `deliver` is called. */
function openClient() {
  const shared = new SharedAnswer();
  const messages: (() => void)[] = [];
  const client = new DirectoryClient((receive) => {
    return {
      shared,
      terminate: () => undefined,
      postMessage: ({ id, given: [query] }) => {
        if (shared.put(id, query)) messages.push(() => receive({ id, isShared: true }));
      },
    };
  });
  const deliver = () => {
    for (const message of messages.splice(0)) message();
  };
  return { client, deliver };
}

test('what the worker puts in, the page takes, any letters and all', () => {
  const inPage = new SharedAnswer();
  const inWorker = new SharedAnswer(inPage.buffer);
  expect(inPage.has(1)).toBe(false);
  const answer = { rows: [{ name: 'Zoë Åström 李 😀', marks: [[0, 3]] }], half: '\ud83d' };
  expect(inWorker.put(1, answer)).toBe(true);
  expect(inPage.has(1)).toBe(true);
  expect(inPage.take(1)).toEqual(answer);
});

test('only the latest is there', () => {
  const shared = new SharedAnswer();
  shared.put(1, 'one, and longer');
  shared.put(2, 'two');
  expect(shared.take(1)).toBeUndefined();
  expect(shared.take(2)).toBe('two');
});

test('one that is too long is not taken for the one before', () => {
  const shared = new SharedAnswer();
  shared.put(1, 'one');
  expect(shared.put(2, 'x'.repeat(300_000))).toBe(false);
  expect(shared.take(2)).toBeUndefined();
});

test('a page that does not wait for messages has the answer before its own comes', async () => {
  const { client, deliver } = openClient();
  const answer = client.query({ ...ALL, q: 'jane' }, 0, 10);
  expect(client.hasten(0)).toBe(true);
  expect(await answer).toMatchObject({ q: 'jane' });
  deliver();
  expect(client.hasten(0)).toBe(false);
});

test('a page that does wait has it with the message, unless a newer query has taken its place', async () => {
  const { client, deliver } = openClient();
  const former = client.query({ ...ALL, q: 'ja' }, 0, 10);
  const latter = client.query({ ...ALL, q: 'jan' }, 0, 10);
  deliver();
  expect(await former).toBeUndefined();
  expect(await latter).toMatchObject({ q: 'jan' });
});

test('an answer that takes longer is not waited for', () => {
  const shared = new SharedAnswer();
  const client = new DirectoryClient(() => ({ shared, terminate: () => undefined, postMessage: () => undefined }));
  void client.query(ALL, 0, 10);
  expect(client.hasten(1)).toBe(false);
});
