import '@mantine/core/styles/Stack.layer.css';
import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Customer } from '#contract/customer.ts';
import { personName } from '#contract/person-name.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { useTwins } from '../directory/use-twins.ts';

interface CustomerNotFoundProps {
  /** As in the address, well-formed or not. */
  customerId: string;
  /** What the directory last knew. */
  known?: Customer | undefined;
  listLink: ReactNode;
}

const MOST_TWINS = 5;

/** What became of a customer who cannot be read any more, and where to look instead. */
export function CustomerNotFound({ customerId, known, listLink }: CustomerNotFoundProps) {
  const twins = useTwins(known);
  if (!known) {
    return (
      <Stack gap="md">
        <PageTitle tab="Customer not found">Customer not found</PageTitle>
        <Notice title={`No customer has the id “${customerId}”`} actions={listLink}>
          The address may be mistyped or cut off, or the customer was merged or deleted in Reservie. Search for the name
          or e-mail address instead.
        </Notice>
      </Stack>
    );
  }
  const name = personName(known);
  return (
    <Stack gap="md">
      <PageTitle tab="Customer not found">
        <bdi>{name}</bdi>
      </PageTitle>
      <Notice title="This customer was merged or deleted in Reservie" actions={listLink}>
        The list last had them as {name}, {known.email || 'without an e-mail address'}. Reservie does not say which of
        the two it was: after a merge, bookings and passes are with the other profile.
      </Notice>
      {twins !== undefined && (
        <section aria-label="Other profiles">
          {twins.length === 0 ? (
            <Text c="dimmed">No other profile has this name or mobile number.</Text>
          ) : (
            <>
              <Text c="dimmed">The same name or mobile number:</Text>
              <ul>
                {twins.slice(0, MOST_TWINS).map((twin) => (
                  <li key={twin.id}>
                    <Link to="/customers/$customerId" params={{ customerId: twin.id }}>
                      <bdi>{personName(twin)}</bdi>
                    </Link>{' '}
                    <Text span c="dimmed">
                      {[twin.email, twin.archived && 'archived'].filter(Boolean).join(' · ')}
                    </Text>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
    </Stack>
  );
}
