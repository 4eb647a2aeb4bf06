import * as z from 'zod/mini';
import { CustomerAtHand, FirstCustomers, Studio } from './gateway.ts';
import { CustomerId } from './id.ts';
import { Session } from './session.ts';

/** What the gateway puts into a page for the signed-in user, so that the page need not ask before it shows anything. */
export const AtHand = z.object({
  session: Session,
  studio: Studio,
  /** Whose page it is, as `SESSION_VIEW_HEADER` says it. */
  view: z.string(),
  /** The top of the list, where it is the first screen and no caller would have had to wait for it. */
  first: z.optional(FirstCustomers),
});
export type AtHand = z.infer<typeof AtHand>;

/** The id of the script element that holds it, as JSON. */
export const AT_HAND_ID = 'at-hand';

/** The customer whose page it is, as `getCustomerAtHand` answers: apart, as only their page reads it. */
export const CustomerOfPage = z.object({ customerId: CustomerId, records: CustomerAtHand });
export type CustomerOfPage = z.infer<typeof CustomerOfPage>;

export const CUSTOMER_OF_PAGE_ID = 'customer-at-hand';
