import '@mantine/core/styles/Stack.layer.css';
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Customer } from '#contract/customer.ts';
import { personName } from '#contract/person-name.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { PageTitle } from '#shared/ui/page-title.tsx';

interface CustomerNotFoundProps {
  /** As in the address, well-formed or not. */
  customerId: string;
  /** What the directory last knew. */
  known?: Customer | undefined;
  listLink: ReactNode;
}

export function CustomerNotFound({ customerId, known, listLink }: CustomerNotFoundProps) {
  return (
    <Stack gap="md">
      <PageTitle tab="Customer not found">{known ? <bdi>{personName(known)}</bdi> : 'Customer not found'}</PageTitle>
      <Notice
        title={known ? 'This customer was merged or deleted in Reservie' : `No customer has the id “${customerId}”`}
        actions={listLink}
      >
        {known
          ? `The customer list still shows ${personName(known)} (${known.email}), as it was when it was last read.`
          : 'The address may be mistyped or cut off, or the customer was merged or deleted in Reservie. Search for the name or e-mail address instead.'}
      </Notice>
    </Stack>
  );
}
