import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('tasks of one key follow each other, others do not wait', async () => {
  const turns = new Turns();
  const gate = new EventEmitter();
  const opened = once(gate, 'open');
  const order: string[] = [];
  const first = turns.take('a', () => opened.then(() => order.push('first')));
  const second = turns.take('a', async () => order.push('second'));
  await turns.take('b', async () => order.push('other'));
  expect(order).toEqual(['other']);
  gate.emit('open');
  await Promise.all([first, second]);
  expect(order).toEqual(['other', 'first', 'second']);
});

test('a failed task does not hold up the next', async () => {
  const turns = new Turns();
  const failing = turns.take('a', () => Promise.reject(new Error('no')));
  const next = turns.take('a', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
