import type { ReactNode } from 'react';
import { Notice } from '#shared/ui/notice.tsx';

export interface PurchaseNotFoundProps {
  /** Leads to the customer's bookings. */
  listLink: ReactNode;
}

export function PurchaseNotFound({ listLink }: PurchaseNotFoundProps) {
  return (
    <Notice title="No such purchase for this customer" actions={listLink}>
      It may belong to another customer, or the address may be mistyped or cut off.
    </Notice>
  );
}
