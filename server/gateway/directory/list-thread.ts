import { parentPort } from 'node:worker_threads';
import type { Customer } from '#contract/customer.ts';
import { Problem } from '../http/problem.ts';
import { type CustomerList, readCustomerList } from './read-list.ts';

/** A piece of a list to read, that it was the last one, or the wish for more of the list that was read. */
export type AskedOfThread = { piece: Uint8Array } | 'read' | 'more';

/** Some customers; after the last ones the rest; or that Reservie’s answer is none. */
export type ToldByThread = { some: Customer[] } | Omit<CustomerList, 'data'> | { malformed: string };

/** Taking so many over costs the other thread some 2 ms. All at once would cost it a tenth of a second. */
const ROWS_AT_ONCE = 2_000;

let pieces: Uint8Array[] = [];
let list: CustomerList | undefined;
let told = 0;

parentPort?.on('message', (asked: AskedOfThread) => {
  if (asked === 'more') tellMore();
  else if (asked === 'read') void read();
  else pieces.push(asked.piece);
});

async function read(): Promise<void> {
  const whole = pieces;
  pieces = [];
  try {
    list = await readCustomerList(whole);
    told = 0;
    tellMore();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell({ malformed: error.message });
  }
}

function tellMore(): void {
  if (!list) return;
  const { data, ...rest } = list;
  if (told < data.length) {
    tell({ some: data.slice(told, told + ROWS_AT_ONCE) });
    told += ROWS_AT_ONCE;
  } else {
    tell(rest);
    list = undefined;
  }
}

function tell(message: ToldByThread): void {
  parentPort?.postMessage(message);
}
