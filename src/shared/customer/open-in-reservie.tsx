import { Button, type ButtonProps } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReservieLinks } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { reservieLink } from '#shared/text/contact-links.ts';
import { useStudio } from '#shared/api/studio.ts';
import { readAgainOnReturn } from './read-again-on-return.ts';

interface OpenInReservieProps extends Pick<ButtonProps, 'size' | 'variant'> {
  kind: keyof ReservieLinks;
  /** What its address template may name, beside the customer. */
  ids?: Record<string, string>;
  customerId: CustomerId;
  /** What is opened, where several such links stand on a page: “the pass 10 Classes”. */
  what?: string;
}

/** To Reservie’s own page; nothing where the studio has not said its address. */
export function OpenInReservie({ kind, ids, customerId, what, ...look }: OpenInReservieProps) {
  const queryClient = useQueryClient();
  const href = reservieLink(useStudio().links[kind], { ...ids, customerId });
  if (href === undefined) return null;
  const onLeave = () => readAgainOnReturn(queryClient, customerId);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      {...look}
      component="a"
      href={href}
      target="_blank"
      rel="noopener"
      data-no-print
      aria-label={what && `Open ${what} in Reservie`}
      onClick={onLeave}
      onAuxClick={onLeave}
    >
      {what === undefined ? 'Open in Reservie ↗' : 'Reservie ↗'}
    </Button>
  );
}
