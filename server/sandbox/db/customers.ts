import type { Customer, CustomerProfile, CustomerRef, ProfileUpdate } from '#contract/customer.ts';
import { keyOf, wireId } from './ids.ts';
import type { Database } from './open.ts';
import { prepareWrite, selectAll, selectOne } from './query.ts';

interface CustomerRow {
  id: number;
  firstname: string;
  lastname: string;
  email: string;
  mobile: string;
  archived: number;
}

export type CustomerEdit = { [Field in Exclude<keyof Customer, 'id' | 'type'>]?: Customer[Field] | undefined };
export type CustomerStore = ReturnType<typeof createCustomerStore>;

/** Two spellings of an address are one sign-in: `Jane@Example.com` is `jane@example.com`. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

export const customerQueries = {
  list: 'SELECT id, firstname, lastname, email, mobile, archived FROM customer WHERE deleted = 0 ORDER BY id',
  find: 'SELECT id, firstname, lastname, email, mobile, archived FROM customer WHERE id = ? AND deleted = 0',
  version: "SELECT total_changes() || '/' || data_version AS version FROM pragma_data_version",
  holder: 'SELECT id FROM customer WHERE email_key = ? AND deleted = 0',
};

export function createCustomerStore(database: Database) {
  const list = selectAll<CustomerRow>(database, customerQueries.list);
  const version = selectOne<{ version: string }>(database, customerQueries.version);
  const findByKey = selectOne<CustomerRow>(database, customerQueries.find);
  const holder = selectOne<{ id: number }>(database, customerQueries.holder);
  const write = prepareWrite(
    database,
    `UPDATE customer SET firstname = ?, lastname = ?, email = ?, email_key = ?, mobile = ?, archived = ?
     WHERE id = ? AND deleted = 0`,
  );
  const markDeleted = prepareWrite(database, 'UPDATE customer SET deleted = 1 WHERE id = ? AND deleted = 0');

  let listed: { version: string | undefined; customers: readonly Customer[] } | undefined;

  /** Reading 100,000 rows takes most of half a second: once is enough until anything is written, here or elsewhere. */
  function listAgain(): Customer[] {
    const current = version()?.version;
    if (listed?.version !== current || !listed) {
      const customers = list().map((row) => ({ ...profile(row), archived: row.archived === 1 }));
      listed = { version: current, customers };
    }
    return [...listed.customers];
  }

  function find(id: string): CustomerRow | undefined {
    const key = keyOf(id);
    return key === null ? undefined : findByKey(key);
  }

  function edit(id: string, fields: CustomerEdit | ProfileUpdate): boolean {
    const row = find(id);
    if (!row) return false;
    const { firstname = row.firstname, lastname = row.lastname, email = row.email, mobile = row.mobile } = fields;
    const archived = ('archived' in fields ? fields.archived : undefined) ?? row.archived;
    return write(firstname, lastname, email, emailKey(email), mobile, Number(archived), row.id) > 0;
  }

  return {
    /** All customers who are not deleted. */
    list: listAgain,
    /** The database key of a customer that exists, else null. */
    keyOf: (id: string): number | null => find(id)?.id ?? null,
    profile: (id: string): CustomerProfile | undefined => {
      const row = find(id);
      return row && profile(row);
    },
    /** Whether another customer signs in with this address. */
    isTaken: (email: string, by: string): boolean => {
      const row = holder(emailKey(email));
      return row !== undefined && row.id !== keyOf(by);
    },
    /** Changes the fields given and leaves the others; false when there is no such customer. */
    edit,
    /** False when there is no such customer. */
    remove: (id: string): boolean => {
      const key = keyOf(id);
      return key !== null && markDeleted(key) > 0;
    },
  };
}

/** `prefix` names the columns of one of several people in a row: `buyer_id`, `buyer_firstname`, … */
export function refColumns(table: string, prefix: string): string {
  return ['id', 'firstname', 'lastname', 'email'].map((name) => `${table}.${name} AS ${prefix}_${name}`).join(', ');
}

export function customerRef(id: number, firstname: string, lastname: string, email: string): CustomerRef {
  return { id: wireId.customer(id), type: 'customer', firstname, lastname, email };
}

function profile(row: CustomerRow): CustomerProfile {
  const { firstname, lastname, email, mobile } = row;
  return { id: wireId.customer(row.id), type: 'customer', firstname, lastname, email, mobile };
}
