import type { Customer } from '#contract/customer.ts';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';
import { malformed } from '../reservie/errors.ts';
import { parseJson } from '../reservie/parse-json.ts';
import { TolerantCustomer, readList } from '../reservie/read.ts';
import { orderByName } from './order-by-name.ts';

/** Every customer as Reservie sent them, and in which order they stand by name. */
export interface CustomerList {
  data: Customer[];
  unreadable: UnreadableRow[];
  /** Places in `data`. */
  order: Uint32Array;
  /** How many of them are archived. */
  archived: number;
}

/** From the pieces in which it arrived. @throws Problem `reservie_malformed` */
export async function readCustomerList(pieces: readonly Uint8Array[]): Promise<CustomerList> {
  const decoder = new TextDecoder();
  const texts = pieces.map((piece) => decoder.decode(piece, { stream: true }));
  let json: unknown;
  try {
    json = await parseJson(texts.join('') + decoder.decode());
  } catch {
    throw malformed();
  }
  const data: Customer[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const row of await readList(TolerantCustomer, json)) {
    if (isUnreadable(row)) unreadable.push(row);
    else data.push(row);
  }
  const archived = data.filter((row) => row.archived).length;
  return { data, unreadable, order: orderByName(data), archived };
}
