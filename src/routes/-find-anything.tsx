import { useNavigate, useParams } from '@tanstack/react-router';
import { CustomerId } from '#contract/id.ts';
import { isAllowed } from '#contract/role.ts';
import { Palette } from '#features/customers/palette/palette.tsx';
import { useSession } from '#shared/api/session.ts';

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

interface FindAnythingProps {
  /** Before this had arrived. */
  typed: string;
  onClose: () => void;
  /** Without having chosen anything. */
  onLeave: () => void;
}

/** The search from every page, with the screens there are and what can be done on this one. */
export function FindAnything({ typed, onClose, onLeave }: FindAnythingProps) {
  const navigate = useNavigate();
  const { role } = useSession();
  const { customerId } = useParams({ strict: false });
  const screens = [...SCREENS, ...(isAllowed(role, 'manager') ? MANAGER_SCREENS : [])];
  const atHand = CustomerId.safeParse(customerId);
  return (
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
      onLeave={onLeave}
    />
  );
}
