import { type ReactNode, Suspense, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Staff } from '#contract/session.ts';
import { useSession } from '#shared/api/session.ts';
import { isSessionLost, onSessionLost } from '#shared/api/session-view.ts';
import { lazyDialog } from '#shared/ui/lazy-part.tsx';

const SignInAgain = lazyDialog('You were signed out', async () => (await import('./sign-in-again.tsx')).SignInAgain);

interface SessionGateProps {
  /** No user is signed in, and nothing was shown yet. */
  onSignedOut: () => void;
  /** The user of this page is back: what was refused meanwhile can be asked for again. */
  onSignedInAgain: () => void;
  /** The session belongs to another account or role by now: everything has to be forgotten and read again. */
  onAccountChanged: () => void;
  children: ReactNode;
}

/**
 * Shows pages at once and asks beside that who is signed in. When a session ends under an open page, signing in covers
 * the page instead of replacing it: what was typed stays in the fields, and neither it nor a customer's data has to be
 * put into a storage of a computer that others use too.
 */
export function SessionGate({ onSignedOut, onSignedInAgain, onAccountChanged, children }: SessionGateProps) {
  const { session, staff } = useSession();
  const [owner, setOwner] = useState<Staff>();
  const [closings, setClosings] = useState(0);
  if (staff && !owner) setOwner(staff);
  const isSignedOut = session !== undefined && !staff;
  const isLost = useSyncExternalStore(onSessionLost, isSessionLost);
  const isChanged = isLost || (staff !== undefined && owner !== undefined && viewOf(staff) !== viewOf(owner));

  const leave = useEffectEvent(isChanged ? onAccountChanged : onSignedOut);
  const mustLeave = isChanged || (isSignedOut && !owner);
  useEffect(() => {
    if (mustLeave) leave();
  }, [mustLeave]);

  // Here, or in another window.
  const returned = useEffectEvent(onSignedInAgain);
  const wasCovered = useRef(false);
  const isCovered = isSignedOut && owner !== undefined;
  useEffect(() => {
    if (!isCovered && wasCovered.current && !mustLeave) returned();
    wasCovered.current = isCovered;
  }, [isCovered, mustLeave]);

  if (mustLeave) return null;
  return (
    <>
      {/* Neither seen, read aloud nor printed meanwhile; it keeps its place. */}
      <div style={isSignedOut ? { visibility: 'hidden' } : undefined}>{children}</div>
      {isSignedOut && owner && (
        <Suspense key={closings} fallback={null}>
          <SignInAgain
            session={session}
            email={owner.email}
            // What says that it could not be fetched; the page below stays hidden.
            onClose={() => setClosings(closings + 1)}
          />
        </Suspense>
      )}
    </>
  );
}

/**
 * The same account in the same role; what the gateway says of it with every answer is `SESSION_VIEW_HEADER`. A session that
 * needs a second factor first shows nothing of what the one before it showed.
 */
function viewOf({ id, role, needsTwoFactor }: Staff): string {
  return `${id} ${role} ${needsTwoFactor}`;
}
