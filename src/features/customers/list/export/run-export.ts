import { type ExportFormat, shortcutApi } from '#contract/shortcuts.ts';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
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
  count: number;
  /** In words, for the history. */
  filter: string;
  columns: readonly Column[];
  firstSeen: FirstSeen;
}

/** Has it recorded, gathers, and copies or downloads; says how it went. Nothing leaves that is not recorded. */
export async function runExport(order: ExportOrder): Promise<void> {
  try {
    if (order.format === 'csv') await download(await make(order));
    else await copy(make(order));
  } catch (error) {
    const sentence = error instanceof DOMException ? 'The browser does not allow it.' : describeError(error).title;
    await notify({ message: `Nothing was exported. ${sentence}`, color: 'bad' });
    return;
  }
  const done = order.format === 'csv' ? 'Exported' : 'Copied';
  await notify({ message: `${done}: ${plural(order.count, 'customer')}. This is in the history.`, color: 'good' });
}

async function make({ format, what, count, filter, columns, firstSeen }: ExportOrder): Promise<string> {
  const named = format === 'csv' || format === 'table' ? [...columns] : ['email'];
  await call(shortcutApi.recordExport, { body: { format, count, filter: filter.slice(0, 600), columns: named } });
  const customers: Customer[] = [];
  for await (const some of takeFound(what)) customers.push(...some);
  if (format === 'csv') return toCsv(customers, columns, firstSeen);
  if (format === 'table') return toTable(customers, columns, firstSeen);
  return (format === 'emails' ? toAddresses(customers) : toNamedAddresses(customers)).join(', ');
}

/** The text may come late: Safari forgets the click that allowed it unless it is promised at once. */
async function copy(text: Promise<string>): Promise<void> {
  // Without a secure connection browsers offer no clipboard at all.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) throw new DOMException('There is no clipboard.', 'NotAllowedError');
  const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
  if (typeof ClipboardItem === 'undefined') return clipboard.writeText(await text);
  // Awaited first, so that a refusal of ours is not taken for the browser's.
  const [written] = await Promise.allSettled([clipboard.write([new ClipboardItem({ 'text/plain': blob })]), text]);
  await text;
  if (written.status === 'rejected') throw new DOMException('The clipboard refused.', 'NotAllowedError');
}

async function download(text: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `customers-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  // The browser has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
