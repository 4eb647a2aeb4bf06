import { replaceEqualDeep } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { directory } from './directory.ts';

const MOST = 20;

/**
 * Other profiles with a customer’s name or mobile number; nothing while that is not known, as it never is for a role that
 * sees names and numbers masked: those are alike for many.
 */
export function useTwins(customer: Customer | undefined): readonly Customer[] | undefined {
  const [found, setFound] = useState<{ of: Customer; twins: Customer[] }>();
  const isMasked = !isAllowed(useSession().role, 'desk');
  useEffect(() => {
    if (!customer || isMasked) return;
    const questions = [`${customer.firstname} ${customer.lastname}`, customer.mobile].filter((q) => q.trim() !== '');
    const askAll = () =>
      Promise.all(questions.map((q) => directory.take({ q, status: 'all', sort: 'match', direction: 'asc' }, 0, MOST)));
    // The check says of itself that it could not be read. The page is drawn again for news alone.
    return directory.follow(askAll, (lists) =>
      setFound((before) => {
        const twins = replaceEqualDeep(before?.twins, twinsAmong(customer, lists.flat()));
        return before?.of === customer && before.twins === twins ? before : { of: customer, twins };
      }),
    );
  }, [customer, isMasked]);
  return found && found.of === customer ? found.twins : undefined;
}

/** Only the very same name or number: what merely resembles it is for the duplicates’ own screen. */
export function twinsAmong(customer: Customer, others: readonly Customer[]): Customer[] {
  const [name, digits] = [nameOf(customer), digitsOf(customer)];
  const twins = others.filter(
    (other) => other.id !== customer.id && (nameOf(other) === name || (digits !== '' && digitsOf(other) === digits)),
  );
  return [...new Map(twins.map((twin) => [twin.id, twin])).values()];
}

function nameOf({ firstname, lastname }: Customer): string {
  return `${firstname} ${lastname}`
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function digitsOf({ mobile }: Customer): string {
  return mobile
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?44/, '0')
    .replace(/^00/, '0');
}
