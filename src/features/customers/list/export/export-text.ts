import type { Customer } from '#contract/customer.ts';
import type { LocalDate } from '#contract/time.ts';
import { personName } from '#contract/person-name.ts';

export const COLUMNS = ['firstname', 'lastname', 'email', 'mobile', 'status', 'firstSeen', 'id'] as const;
export type Column = (typeof COLUMNS)[number];

export const COLUMN_WORDS: Record<Column, string> = {
  firstname: 'First name',
  lastname: 'Last name',
  email: 'E-mail',
  mobile: 'Mobile',
  status: 'Status',
  firstSeen: 'First seen',
  id: 'Customer id',
};

/** Excel takes a file without it for the system's old character set. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The studio’s day on which customers were first seen; only those who are new are known. */
export type FirstSeen = ReadonlyMap<string, LocalDate>;

/** RFC 4180, in UTF-8 with a byte order mark; dates are ISO. */
export function toCsv(customers: readonly Customer[], columns: readonly Column[], firstSeen: FirstSeen): string {
  const lines = cellsOf(customers, columns, firstSeen).map((cells) => cells.map(quote).join(','));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** Pasted into a spreadsheet it fills cells. */
export function toTable(customers: readonly Customer[], columns: readonly Column[], firstSeen: FirstSeen): string {
  return cellsOf(customers, columns, firstSeen)
    .map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

/** Each address once, as an e-mail program takes them; customers without one are left out. */
export function toAddresses(customers: readonly Customer[]): string[] {
  return [...new Map(withEmail(customers).map(({ email }) => [email.trim().toLowerCase(), email.trim()])).values()];
}

/** `Jane Smith <jane@example.com>`, each address once (RFC 5322, 3.4). */
export function toNamedAddresses(customers: readonly Customer[]): string[] {
  const named = new Map<string, string>();
  for (const customer of withEmail(customers)) {
    const email = customer.email.trim();
    const name = personName(customer)
      .replace(/\p{C}+/gu, ' ')
      .trim();
    const key = email.toLowerCase();
    if (!named.has(key)) named.set(key, name === '' || name === email ? email : `${phrase(name)} <${email}>`);
  }
  return [...named.values()];
}

/** An address with a space, a bracket or a line break in it could smuggle others in. */
function withEmail(customers: readonly Customer[]): Customer[] {
  return customers.filter(({ email }) => /^[^\s<>,;]+@[^\s<>,;]+$/.test(email.trim()));
}

function phrase(name: string): string {
  return /^[\p{L}\p{M}\p{N} '’-]+$/u.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

function cellsOf(customers: readonly Customer[], columns: readonly Column[], firstSeen: FirstSeen): string[][] {
  const heads = columns.map((column) => COLUMN_WORDS[column]);
  return [heads, ...customers.map((customer) => columns.map((column) => defuse(cellOf(customer, column, firstSeen))))];
}

function cellOf(customer: Customer, column: Column, firstSeen: FirstSeen): string {
  if (column === 'status') return customer.archived ? 'Archived' : 'Active';
  if (column !== 'firstSeen') return customer[column];
  return firstSeen.get(customer.id) ?? '';
}

/**
 * What a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"). A `+` before nothing
 * but a telephone number's characters stays: `+44 7700 900123`.
 */
function defuse(text: string): string {
  if (/^\+[\d\s()./-]*$/.test(text)) return text;
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
