import { createFileRoute, redirect, useLocation } from '@tanstack/react-router';
import { ownPath } from '#features/session/back-path.ts';
import { type OpenIdFailure, openIdFailure } from '#features/session/open-id-failure.ts';
import { SignInPage } from '#features/session/sign-in-page.tsx';
import { SigningOut } from '#features/session/signing-out.tsx';
import { sessionQuery } from '#shared/api/session.ts';

interface SignInSearch {
  back?: string | undefined;
  error?: OpenIdFailure | undefined;
}

export const Route = createFileRoute('/sign-in')({
  staticData: { isOpen: true },
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    back: ownPath(search['back']),
    error: openIdFailure(search['error']),
  }),
  beforeLoad: async ({ context, location, search }) => {
    if (location.state.isSigningOut || location.state.hasNewPassword) return;
    // The page itself says what goes wrong.
    const session = await context.queryClient.query(sessionQuery).catch(() => undefined);
    if (session?.staff) throw redirect({ href: search.back ?? '/customers', replace: true });
  },
  component: SignIn,
});

function SignIn() {
  const { back, error } = Route.useSearch();
  const isSigningOut = useLocation({ select: ({ state }) => state.isSigningOut === true });
  const hasNewPassword = useLocation({ select: ({ state }) => state.hasNewPassword === true });
  if (isSigningOut) return <SigningOut />;
  return <SignInPage back={back} failure={error} hasNewPassword={hasNewPassword} />;
}
