import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { type Access, type Role, isAllowed } from '#contract/role.ts';
import { type Session, type Staff, getSession } from '#contract/session.ts';
import { call } from './call.ts';

const MINUTE_MS = 60_000;
const SIGNED_OUT_INTERVAL_MS = 5_000;

/** Who is signed in, and which ways to sign in there are. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: (context): Promise<Session> => call(getSession, {}, context),
  staleTime: MINUTE_MS,
  // The account may have been switched in another tab: a page that is shown again asks, however fresh its answer is.
  refetchOnWindowFocus: 'always',
  // Or has just done so, and this page heard only of the end of its own session.
  refetchInterval: ({ state }) => (state.data?.staff === null ? SIGNED_OUT_INTERVAL_MS : false),
});

interface SessionState {
  session: Session | undefined;
  /** Nothing while it is not known yet, or no user is signed in. */
  staff: Staff | undefined;
  role: Role | undefined;
  error: unknown;
  refetch: () => void;
}

export function useSession(): SessionState {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const staff = session?.staff ?? undefined;
  return { session, staff, role: staff?.role, error, refetch: () => void refetch() };
}

/** Starts a read only for a role that may make it; for loaders, which do not wait. A read that fails tells so itself. */
export async function readIfAllowed(
  queryClient: QueryClient,
  needed: Access,
  read: () => Promise<unknown>,
): Promise<void> {
  try {
    const { staff } = await queryClient.query({ ...sessionQuery, staleTime: Infinity });
    if (isAllowed(staff?.role, needed)) await read();
  } catch {
    // The screen that shows it asks again, and shows what went wrong.
  }
}

/** Each role, and in one line what it may do. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  viewer: { name: 'Viewer', may: 'Sees bookings and passes. Surnames and contacts are masked.' },
  desk: { name: 'Desk', may: 'Sees everything about customers, and edits their profiles.' },
  manager: { name: 'Manager', may: 'Does everything that Desk may do, and manages staff.' },
};
