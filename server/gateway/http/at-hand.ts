import type { AtHand } from '#contract/at-hand.ts';
import type { Studio } from '#contract/gateway.ts';
import type { ServeContext } from '#kit/serve.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { sessionViewOf } from '../accounts/sessions.ts';
import type { Directory } from '../directory/directory.ts';
import { audienceOf } from '../mask/audience.ts';
import { describeSession } from '../routes/session.ts';

/** What comes with a page. Opening a page does not prolong a session by itself: the page's own requests do. */
export function atHandReader(
  accounts: Accounts,
  directory: Pick<Directory, 'firstAtHand'>,
  readStudio: (context: ServeContext) => Promise<Studio>,
) {
  return async (context: ServeContext, isList: boolean): Promise<AtHand | undefined> => {
    const staff = await accounts.sessions.peek(context.request);
    // Before the second factor there is nothing of the studio to show.
    if (!staff || staff.needsTwoFactor) return undefined;
    const [session, studio] = await Promise.all([describeSession(accounts, staff), readStudio(context)]);
    const first = isList ? directory.firstAtHand(audienceOf({ staff })) : undefined;
    return { session, studio, view: sessionViewOf(staff), ...(first && { first }) };
  };
}
