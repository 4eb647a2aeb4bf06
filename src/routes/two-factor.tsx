import { Button } from '@mantine/core';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { ownPath } from '#features/session/back-path.ts';
import { startAfresh } from '#features/session/enter.ts';
import { EntryPage } from '#features/session/entry-page.tsx';
import { TurnOnTwoFactor } from '#features/settings/turn-on-two-factor.tsx';
import { sessionQuery } from '#shared/api/session.ts';

/** Where staff whose role needs a second factor are led before anything else. */
export const Route = createFileRoute('/two-factor')({
  staticData: { isOpen: true },
  validateSearch: (search: Record<string, unknown>): { back?: string | undefined } => ({
    back: ownPath(search['back']),
  }),
  beforeLoad: async ({ context: { queryClient }, search: { back } }) => {
    // The page itself says what goes wrong.
    const session = await queryClient.query(sessionQuery).catch(() => undefined);
    if (!session) return;
    const { staff } = session;
    if (!staff) throw redirect({ to: '/sign-in', search: { back }, replace: true });
    if (!staff.needsTwoFactor) throw redirect({ href: back ?? '/customers', replace: true });
  },
  component: TwoFactorFirst,
});

function TwoFactorFirst() {
  const { back } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <EntryPage title="Turn on two-factor sign-in">
      <p>
        Your studio asks for it in your role, before you go on. You need your password, and an authenticator app on your
        phone: from now on it shows the code that you type after your password.
      </p>
      <TurnOnTwoFactor onDone={() => startAfresh(back ?? '/')} />
      <Button variant="subtle" onClick={() => void navigate({ to: '/sign-in', state: { isSigningOut: true } })}>
        Sign out
      </Button>
    </EntryPage>
  );
}
