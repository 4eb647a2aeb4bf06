import type { AtHand, CustomerOfPage } from '#contract/at-hand.ts';
import { CustomerAtHand, type Studio } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import type { Staff } from '#contract/session.ts';
import type { ServeContext } from '#kit/serve.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { sessionViewOf } from '../accounts/sessions.ts';
import type { Directory } from '../directory/directory.ts';
import { audienceOf } from '../mask/audience.ts';
import type { LiveEvents } from '../live/live-events.ts';
import { maskAnswer } from '../mask/mask-answer.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import { readCustomerAtHand } from '../routes/customer-at-hand.ts';
import { describeSession } from '../routes/session.ts';
import type { FirstScreen } from './first-reads.ts';

/** What a page brings along. */
export interface PageAtHand extends AtHand {
  customer?: CustomerOfPage;
}

export interface AtHandParts {
  accounts: Accounts;
  events: Pick<LiveEvents, 'lastId'>;
  directory: Pick<Directory, 'firstAtHand'>;
  reads: CachedReads;
  readStudio: (context: ServeContext) => Promise<Studio>;
}

/** What comes with a page. Opening a page does not prolong a session by itself: the page's own requests do. */
export function atHandReader({ accounts, events, directory, reads, readStudio }: AtHandParts) {
  return async (
    context: ServeContext,
    { isTopOfList, bookingsOf }: Pick<FirstScreen, 'isTopOfList' | 'bookingsOf'>,
  ): Promise<PageAtHand | undefined> => {
    const staff = await accounts.sessions.peek(context.request);
    // Before the second factor there is nothing of the studio to show.
    if (!staff || staff.needsTwoFactor) return undefined;
    const [session, studio] = await Promise.all([describeSession(accounts, events, staff), readStudio(context)]);
    const first = isTopOfList ? directory.firstAtHand(audienceOf({ staff })) : undefined;
    const customer = bookingsOf && readCustomer(reads, bookingsOf, staff);
    return { session, studio, view: sessionViewOf(staff), ...(first && { first }), ...(customer && { customer }) };
  };
}

/** As the same user would be answered: masked, and without what is not declared. */
function readCustomer(reads: CachedReads, customerId: CustomerId, staff: Staff): CustomerOfPage | undefined {
  const kept = readCustomerAtHand(reads, customerId, staff.role);
  if (!kept.purchases) return undefined;
  const shown = audienceOf({ staff }) === 'full' ? kept : maskAnswer(kept);
  return { customerId, records: CustomerAtHand.parse(shown) };
}
