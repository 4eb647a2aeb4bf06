import { type QueryClient, noop, useQueryClient } from '@tanstack/react-query';
import {
  Outlet,
  createRootRouteWithContext,
  redirect,
  useMatches,
  useNavigate,
  useRouter,
} from '@tanstack/react-router';
import { shortcutQueries, forgetShortcuts } from '#features/customers/shortcuts/shortcut-queries.ts';
import { useCustomerNews } from '#features/customers/shortcuts/use-customer-news.ts';
import { askDirectoryAgain, refreshDirectory } from '#features/customers/directory/directory.ts';
import { useDuplicates } from '#features/customers/duplicates/use-duplicates.ts';
import { listPlaces } from '#features/customers/list/list-place.ts';
import { selection } from '#features/customers/list/selection.ts';
import { useLive } from '#features/live/use-live.ts';
import { SessionGate } from '#features/session/session-gate.tsx';
import { type Destination, PageNotFound, Shell } from '#features/shell/shell.tsx';
import { sessionQuery, useSession } from '#shared/api/session.ts';
import { noticeSessionView } from '#shared/api/session-view.ts';
import { useStudio } from '#shared/api/studio.ts';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import { Suspense, useState } from 'react';
import { CommandPalette } from './-command-palette.tsx';
import type * as following from './-follow-customer.ts';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: async ({ context: { queryClient }, location, matches, cause }) => {
    // Later on, a session that ends is covered where it ended (`SessionGate`).
    if (cause !== 'enter' || matches.some(({ staticData }) => staticData.isOpen)) return;
    const session =
      queryClient.getQueryData(sessionQuery.queryKey) ?? (await queryClient.query(sessionQuery).catch(noop));
    if (session?.staff === null) throw redirect({ to: '/sign-in', search: { back: location.href }, replace: true });
    if (session?.staff?.needsTwoFactor) {
      throw redirect({ to: '/two-factor', search: { back: location.href }, replace: true });
    }
  },
  component: Root,
  notFoundComponent: PageNotFound,
});

function Root() {
  const isOpen = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isOpen) });
  return isOpen ? <Outlet /> : <SignedIn />;
}

const RailSections = lazyExtra(
  async () => (await import('#features/customers/shortcuts/rail-sections.tsx')).RailSections,
);

const DESTINATIONS: readonly Destination[] = [
  { label: 'Customers', icon: 'people', link: { to: '/customers' } },
  { label: 'Duplicates', icon: 'twins', link: { to: '/duplicates' } },
  { label: 'Settings', icon: 'settings', link: { to: '/settings' } },
];

let follower: Promise<typeof following> | undefined;

/** Asked for once: of two imports of a file that is on its way the second ends first, and events keep their order. */
function loadFollower() {
  follower ??= import('./-follow-customer.ts').catch((error: unknown) => {
    follower = undefined;
    throw error;
  });
  return follower;
}

/** Every page for those who are signed in. */
function SignedIn() {
  // Not from the route, whose context is another one at each step: all around the page would be drawn again.
  const queryClient = useQueryClient();
  const { history } = useRouter();
  const navigate = useNavigate();
  const { session, staff } = useSession();
  // What is on the screen was written in another locale when the gateway tells a new one.
  const { locale } = useStudio();
  const isDrawn = useAfterFirstScreen(0);
  useLive(staff && isDrawn ? `${staff.role} ${staff.id}` : undefined, session?.lastEvent, {
    onCustomer: (event) => follow(({ followCustomer }) => followCustomer(queryClient, event)),
    onDirectory: ({ asOf }) => {
      refreshDirectory();
      void queryClient.invalidateQueries({ queryKey: shortcutQueries.news.queryKey });
      if (asOf === null) follow(({ readWhatWasMissed }) => readWhatWasMissed(queryClient));
    },
    onView: noticeSessionView,
    onSignedOut: () => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const isFirstScreenOver = useAfterFirstScreen();
  // Wherever a page was opened: what the rail counts is told who is new, and who is no duplicate.
  useCustomerNews(isFirstScreenOver);
  const { groups } = useDuplicates(isFirstScreenOver);

  function follow(tell: (follower: typeof following) => void) {
    loadFollower().then(tell, () => {
      // Studio Desk was updated under this page: what it shows is read again.
      refreshDirectory();
      void queryClient.invalidateQueries();
    });
  }

  /** Nothing of one member of staff is there for the next. */
  function signOut() {
    selection.clear();
    listPlaces.forget();
    forgetShortcuts(queryClient);
    void navigate({ to: '/sign-in', state: { isSigningOut: true } });
  }

  return (
    <SessionGate
      onSignedOut={() => void navigate({ to: '/sign-in', search: { back: history.location.href }, replace: true })}
      onSignedInAgain={() => {
        void queryClient.invalidateQueries();
        askDirectoryAgain();
      }}
      onAccountChanged={() => window.location.reload()}
    >
      <Shell
        key={locale}
        destinations={DESTINATIONS.map((destination) =>
          destination.label === 'Duplicates' ? { ...destination, count: groups?.length } : destination,
        )}
        onSearch={() => setPaletteOpen(true)}
        onSignOut={signOut}
        railSections={
          isFirstScreenOver && (
            <Suspense>
              <RailSections />
            </Suspense>
          )
        }
      >
        <Outlet />
        <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      </Shell>
    </SessionGate>
  );
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Also for those who are not signed in; drawn without the rail. */
    isOpen?: boolean;
  }
  interface HistoryState {
    /** Of a link back to the list: the history entry that showed it. */
    returnTo?: string;
    /** Set by the button in the rail only: no link from elsewhere can sign a user out. */
    isSigningOut?: boolean;
    /** Set once a new password is; the sign-in page says so. */
    hasNewPassword?: boolean;
  }
}
