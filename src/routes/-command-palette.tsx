import { useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { CustomerId } from '#contract/id.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { TypeAhead } from '#shared/keyboard/type-ahead.tsx';
import { lazyDialog } from '#shared/ui/lazy-part.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';

const Palette = lazyDialog('Find', async () => (await import('#features/customers/palette/palette.tsx')).Palette);

/** Nothing on the page is in want of the network by then. */
const QUIET_MS = 6_000;

const TABS = [
  ['Bookings', '/customers/$customerId/bookings'],
  ['Passes', '/customers/$customerId/passes'],
  ['Appointments', '/customers/$customerId/appointments'],
  ['Subscriptions', '/customers/$customerId/subscriptions'],
  ['Videos', '/customers/$customerId/videos'],
  ['Notes', '/customers/$customerId/notes'],
  ['Questionnaires', '/customers/$customerId/questionnaires'],
  ['Profile', '/customers/$customerId/profile'],
] as const;

const SCREENS = [
  ['Customers', '/customers'],
  ['Duplicates', '/duplicates'],
  ['Settings', '/settings'],
  ['Your account', '/settings/account'],
] as const;
const MANAGER_SCREENS = [
  ['Staff', '/settings/staff'],
  ['History', '/settings/history'],
] as const;

/** The search that finds anything; fetched ahead, so that it opens at once. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const isQuiet = useAfterFirstScreen(QUIET_MS);
  useEffect(() => {
    if (isQuiet) Palette.preload();
    // Ctrl comes before K, and the pointer before the click.
    const press = ({ key }: KeyboardEvent) => (key === 'Control' || key === 'Meta') && Palette.preload();
    const approach = ({ target }: Event) =>
      target instanceof Element && target.closest('[aria-keyshortcuts="Control+K"]') && Palette.preload();
    document.addEventListener('keydown', press);
    document.addEventListener('pointerover', approach);
    document.addEventListener('focusin', approach);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('pointerover', approach);
      document.removeEventListener('focusin', approach);
    };
  }, [isQuiet]);
  return isOpen && <OpenPalette onClose={onClose} />;
}

/** With what can be done on this page. */
function OpenPalette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const { role } = useSession();
  const { customerId } = useParams({ strict: false });
  const [typed, setTyped] = useState('');
  const [focusedBefore] = useState(() => document.activeElement);

  function leave() {
    onClose();
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
  }

  const screens = [...SCREENS, ...(isAllowed(role, 'manager') ? MANAGER_SCREENS : [])];
  const atHand = CustomerId.safeParse(customerId);
  return (
    <Suspense fallback={<TypeAhead label="Find" onType={setTyped} onEscape={leave} />}>
      <Palette
        typed={typed}
        screens={screens.map(([label, to]) => ({ label, run: () => void navigate({ to }) }))}
        customerId={atHand.data}
        onEdit={() => {
          if (atHand.success) {
            void navigate({ to: '/customers/$customerId/profile', params: { customerId: atHand.data } });
          }
        }}
        tabs={
          atHand.success
            ? TABS.map(([label, to]) => ({
                label,
                run: () => void navigate({ to, params: { customerId: atHand.data } }),
              }))
            : []
        }
        onCustomer={(id) => void navigate({ to: '/customers/$customerId', params: { customerId: id } })}
        onList={(search) => void navigate({ to: '/customers', search })}
        onClose={onClose}
        onLeave={leave}
      />
    </Suspense>
  );
}
