import type { Customer } from '#contract/customer.ts';
import { personName } from '#contract/person-name.ts';

/** What to do in Reservie, step by step, to copy into a task or a message. Studio Desk cannot merge: no API does. */
export function mergeChecklist(customers: readonly Customer[], keep: Customer): string {
  const others = customers.filter(({ id }) => id !== keep.id);
  return [
    `Merge ${describe(keep)}`,
    ...others.map((twin) => `with ${describe(twin)}`),
    '',
    '[ ] Ask the customer which e-mail address they sign in with',
    ...others.flatMap((twin) => [
      `[ ] Move upcoming classes of ${twin.id} to ${keep.id}`,
      `[ ] Move credits and passes of ${twin.id} to ${keep.id}`,
      `[ ] Stop or move the subscription of ${twin.id}`,
      `[ ] Copy notes of ${twin.id}`,
    ]),
    ...(keep.mobile.trim() === '' && others.some(({ mobile }) => mobile.trim() !== '')
      ? [`[ ] Take over the mobile: ${others.map(({ mobile }) => mobile.trim()).find(Boolean)}`]
      : []),
    ...others.map((twin) => `[ ] Archive ${twin.id} in Reservie; never delete it before all of this is done`),
  ].join('\n');
}

function describe(customer: Customer): string {
  const contacts = [customer.email, customer.mobile].filter((text) => text.trim() !== '').join(', ');
  return `${personName(customer) || 'a customer without a name'} (${customer.id}${contacts === '' ? '' : `, ${contacts}`})`;
}
