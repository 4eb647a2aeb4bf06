import type { Customer } from '#contract/customer.ts';
import type { CustomerBlock, CustomerColumns } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { ContractError } from '#shared/api/errors.ts';

export type ListHead = Omit<CustomerColumns, 'blocks'>;

/** Hears the list while it arrives: the head once and first, then some customers at a time, by name. */
export interface ListSink {
  onHead: (head: ListHead) => void;
  onCustomers: (customers: Customer[]) => void;
}

const COLUMNS = ['id', 'firstname', 'lastname', 'email', 'mobile'] as const;

/**
 * Reads the gateway's list in columns line by line, in whatever pieces it arrives (`CustomerColumns` says what stands on a
 * line). Checked by hand: zod would cost the worker 11 kB and four times as long, and the gateway has just checked every
 * row with it. A test holds this against the contract. Every method throws a ContractError for anything else.
 */
export class ColumnsReader {
  readonly #sink: ListSink;
  /** Of the line that has not ended yet. */
  #pieces: string[] = [];
  #head: ListHead | undefined;
  #arrived = 0;
  #isClosed = false;

  constructor(sink: ListSink) {
    this.#sink = sink;
  }

  push(text: string): void {
    let from = 0;
    // A line comes in many pieces: what was looked through is not looked through again.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#readLine(this.#take(text.slice(from, end)));
      from = end + 1;
    }
    this.#pieces.push(text.slice(from));
  }

  /** After the last piece. */
  end(): void {
    const rest = this.#take('');
    if (rest !== '') this.#readLine(rest);
    if (!this.#isClosed || this.#arrived !== this.#head?.total)
      throw new ContractError('a customer list that breaks off');
  }

  #take(last: string): string {
    const line = this.#pieces.join('') + last;
    this.#pieces = [];
    return line;
  }

  #readLine(line: string): void {
    if (!this.#head) {
      const head = parse(`${line}]}`);
      if (!isHead(head)) throw new ContractError('a customer list without its shape');
      const { asOf, total, unreadable } = head;
      this.#head = { asOf, total, unreadable };
      this.#sink.onHead(this.#head);
    } else if (line === ']}') {
      this.#isClosed = true;
    } else if (line !== '') {
      const block = parse(line.endsWith(',') ? line.slice(0, -1) : line);
      if (!isBlock(block)) throw new ContractError('customers without their shape');
      const customers = toCustomers(block);
      this.#arrived += customers.length;
      this.#sink.onCustomers(customers);
    }
  }
}

function toCustomers({ id, firstname, lastname, email, mobile, archived }: CustomerBlock): Customer[] {
  const gone = new Set(archived);
  return id.map((each, at) => ({
    id: each,
    type: 'customer',
    firstname: firstname[at] ?? '',
    lastname: lastname[at] ?? '',
    email: email[at] ?? '',
    mobile: mobile[at] ?? '',
    archived: gone.has(at),
  }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ContractError('a line that is no JSON');
  }
}

function isHead(json: unknown): json is ListHead {
  return (
    isObject(json) &&
    typeof json['asOf'] === 'string' &&
    !Number.isNaN(Date.parse(json['asOf'])) &&
    Number.isInteger(json['total']) &&
    Array.isArray(json['unreadable']) &&
    json['unreadable'].every(isUnreadableRow)
  );
}

function isBlock(json: unknown): json is CustomerBlock {
  if (!isObject(json)) return false;
  const { id: ids, archived } = json;
  return (
    Array.isArray(ids) &&
    ids.every(isCustomerId) &&
    COLUMNS.every((name) => isTextColumn(json[name], ids.length)) &&
    Array.isArray(archived) &&
    archived.every((at) => Number.isInteger(at))
  );
}

function isTextColumn(column: unknown, length: number): boolean {
  return Array.isArray(column) && column.length === length && column.every((text) => typeof text === 'string');
}

function isCustomerId(id: unknown): id is CustomerId {
  return typeof id === 'string' && id.startsWith('cust_');
}

function isUnreadableRow(row: unknown): boolean {
  return isObject(row) && row['unreadable'] === true && (row['id'] === null || typeof row['id'] === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
