import { setImmediate } from 'node:timers/promises';
import type { Customer } from '#contract/customer.ts';
import type { CustomerBlock, CustomerColumns, Directory, FirstCustomers } from '#contract/gateway.ts';
import type { UnreadableRow } from '#contract/page.ts';
import { maskAnswer } from '../mask/mask-answer.ts';

/** Viewers get bytes of their own, in which every customer is masked, with an ETag of their own. */
export type Audience = 'full' | 'masked';

/** `rows`: all, as Reservie sent them; `columns`: all, in blocks, by name; `first`: a screen of them. */
export type Form = 'rows' | 'columns' | 'first';

/** What the browsers' copy is made of. */
export interface DirectoryState {
  readonly data: readonly Customer[];
  readonly unreadable: readonly UnreadableRow[];
  /** Places in `data`, by name. */
  readonly order: Uint32Array;
  /** How many are archived. */
  readonly archived: number;
  readonly fetchedAt: number;
}

/** Takes a few milliseconds to write; and a page can show something after one block. */
const ROWS_AT_ONCE = 2_000;
/** Others get their turn after so many. */
const MASKED_AT_ONCE = 500;
/** The tallest usual screen, and what is drawn beyond its edge. */
const FIRST_SCREEN = 40;

/** The list in one of its forms, in pieces that follow each other. Others get their turn between two pieces. */
export function writeList(state: DirectoryState, audience: Audience, form: Form): Promise<Buffer[]> {
  switch (form) {
    case 'rows':
      return writeRows(state, audience);
    case 'columns':
      return writeColumns(state, audience);
    case 'first':
      return Promise.resolve([writeFirst(state, audience)]);
  }
}

async function writeRows(state: DirectoryState, audience: Audience): Promise<Buffer[]> {
  const rest: Omit<Directory, 'data'> = restOf(state);
  const rows = await writeSome(state.data, audience, (some) => JSON.stringify(some).slice(1, -1));
  return [Buffer.from('{"data":['), ...between(rows, ','), Buffer.from(`],${JSON.stringify(rest).slice(1)}`)];
}

async function writeColumns(state: DirectoryState, audience: Audience): Promise<Buffer[]> {
  const head: Omit<CustomerColumns, 'blocks'> = { ...restOf(state), total: state.data.length };
  const blocks = await writeSome(inOrder(state), audience, (some) => JSON.stringify(toBlock(some)));
  return [
    Buffer.from(`${JSON.stringify(head).slice(0, -1)},"blocks":[\n`),
    ...between(blocks, ',\n'),
    Buffer.from('\n]}\n'),
  ];
}

function writeFirst(state: DirectoryState, audience: Audience): Buffer {
  return Buffer.from(JSON.stringify(firstOf(state, audience)));
}

/** The top of the list, for this audience. */
export function firstOf(state: DirectoryState, audience: Audience): FirstCustomers {
  const { data, order, archived } = state;
  const top: Customer[] = [];
  for (let place = 0; place < order.length && top.length < FIRST_SCREEN; place += 1) {
    const row = data[order[place] ?? 0];
    if (row && !row.archived) top.push(row);
  }
  return {
    data: [...mask(top, audience)],
    counts: { active: data.length - archived, archived },
    ...restOf(state),
  };
}

function inOrder({ data, order }: DirectoryState): Customer[] {
  const rows: Customer[] = [];
  for (const at of order) {
    const row = data[at];
    if (row) rows.push(row);
  }
  return rows;
}

function restOf({ unreadable, fetchedAt }: DirectoryState) {
  return { unreadable: [...unreadable], asOf: new Date(fetchedAt).toISOString() };
}

function mask(rows: readonly Customer[], audience: Audience): readonly Customer[] {
  return audience === 'full' ? rows : (maskAnswer(rows) as Customer[]);
}

/** Of one piece, which is written and forgotten at once: copies of all customers would be moved about as they grow old. */
async function maskSome(rows: readonly Customer[], audience: Audience): Promise<readonly Customer[]> {
  if (audience === 'full') return rows;
  const masked: Customer[] = [];
  for (let from = 0; from < rows.length; from += MASKED_AT_ONCE) {
    for (const row of mask(rows.slice(from, from + MASKED_AT_ONCE), audience)) masked.push(row);
    await setImmediate();
  }
  return masked;
}

function toBlock(rows: readonly Customer[]): CustomerBlock {
  return {
    id: rows.map(({ id }) => id),
    firstname: rows.map(({ firstname }) => firstname),
    lastname: rows.map(({ lastname }) => lastname),
    email: rows.map(({ email }) => email),
    mobile: rows.map(({ mobile }) => mobile),
    archived: rows.flatMap(({ archived }, at) => (archived ? [at] : [])),
  };
}

async function writeSome(
  rows: readonly Customer[],
  audience: Audience,
  write: (some: readonly Customer[]) => string,
): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    // Also before the first one: the list may have been taken over in this very moment.
    await setImmediate();
    pieces.push(Buffer.from(write(await maskSome(rows.slice(from, from + ROWS_AT_ONCE), audience))));
  }
  return pieces;
}

function between(pieces: readonly Buffer[], mark: string): Buffer[] {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [Buffer.from(mark), piece]));
}
