import { type ExportFormat, shortcutApi } from '#contract/shortcuts.ts';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { LocalDate } from '#contract/time.ts';
import { call } from '#shared/api/call.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { plural } from '#shared/format/number.ts';
import { notify } from '#shared/ui/notify.ts';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { takeFound } from '../rows/take-found.ts';
import { type Column, type FirstSeen, toAddresses, toCsv, toNamedAddresses, toTable } from './export-text.ts';

export interface ExportOrder {
  format: ExportFormat;
  what: DirectoryQuery | readonly CustomerId[];
  /** In words, for the history. */
  filter: string;
  columns: readonly Column[];
  firstSeen: FirstSeen;
  /** On the studio’s clock, for the file’s name. */
  today: LocalDate;
}

interface Made {
  text: string;
  /** What is in it: "6 addresses of 10 customers". */
  words: string;
}

class NoAddresses extends Error {}

/** Has it recorded, gathers, and copies or downloads; says how it went. Nothing leaves that is not recorded. */
export async function runExport(order: ExportOrder): Promise<void> {
  const making = make(order);
  making.catch(() => undefined);
  try {
    if (order.format === 'csv') download((await making).text, order.today);
    else await copy(making.then(({ text }) => text));
  } catch (error) {
    await notify({ message: `Nothing was exported. ${describeFailure(error)}`, color: 'bad' });
    return;
  }
  const done = order.format === 'csv' ? 'Exported' : 'Copied';
  await notify({ message: `${done}: ${(await making).words}. This is in the history.`, color: 'good' });
}

function describeFailure(error: unknown): string {
  if (error instanceof NoAddresses) return 'None of them has an e-mail address.';
  return error instanceof DOMException ? 'The browser does not allow it.' : describeError(error).title;
}

async function make({ format, what, filter, columns, firstSeen }: ExportOrder): Promise<Made> {
  const customers: Customer[] = [];
  for await (const some of takeFound(what)) customers.push(...some);
  const made = write(format, customers, columns, firstSeen);
  const named = format === 'csv' || format === 'table' ? [...columns] : ['email'];
  const count = customers.length;
  await call(shortcutApi.recordExport, { body: { format, count, filter: filter.slice(0, 600), columns: named } });
  return made;
}

/** @throws NoAddresses */
function write(format: ExportFormat, customers: Customer[], columns: readonly Column[], firstSeen: FirstSeen): Made {
  const words = plural(customers.length, 'customer');
  if (format === 'csv') return { text: toCsv(customers, columns, firstSeen), words };
  if (format === 'table') return { text: toTable(customers, columns, firstSeen), words };
  const addresses = format === 'emails' ? toAddresses(customers) : toNamedAddresses(customers);
  if (addresses.length === 0) throw new NoAddresses();
  const isAll = addresses.length === customers.length;
  return {
    text: addresses.join(', '),
    words: isAll ? words : `${plural(addresses.length, 'address', 'addresses')} of ${words}`,
  };
}

/** The text may come late: Safari forgets the click that allowed it unless it is promised at once. */
async function copy(text: Promise<string>): Promise<void> {
  // Without a secure connection browsers offer no clipboard at all.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) throw new DOMException('There is no clipboard.', 'NotAllowedError');
  if (typeof ClipboardItem === 'undefined') return clipboard.writeText(await text);
  const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
  // Awaited first, so that a refusal of ours is not taken for the browser's.
  const [written] = await Promise.allSettled([clipboard.write([new ClipboardItem({ 'text/plain': blob })]), text]);
  await text;
  if (written.status === 'rejected') throw new DOMException('The clipboard refused.', 'NotAllowedError');
}

function download(text: string, today: LocalDate): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `customers-${today}.csv`;
  link.click();
  // The browser has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
