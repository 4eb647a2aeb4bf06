import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { directory } from '../../directory/directory.ts';

/** More at once would hold the page up while they arrive. */
const AT_ONCE = 2_000;

/** All whom a query finds, in its order, or those with the given ids; some at a time. */
export async function* takeFound(what: DirectoryQuery | readonly CustomerId[]): AsyncGenerator<Customer[]> {
  for (let from = 0; ; from += AT_ONCE) {
    const customers = await directory.take(what, from, from + AT_ONCE);
    if (customers.length > 0) yield customers;
    // Of ids those who are in the list no more are left out.
    if ('length' in what ? from + AT_ONCE >= what.length : customers.length < AT_ONCE) return;
  }
}
