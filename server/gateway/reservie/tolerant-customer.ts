import * as z from 'zod/mini';
import { Customer, CustomerProfile } from '#contract/customer.ts';

/** Reservie documents `mobile` as a string; whether a customer without one has `""`, `null` or no field, it does not say. */
const mobile = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? ''),
);

export const TolerantCustomer = z.extend(Customer, { mobile });
export const TolerantProfile = z.extend(CustomerProfile, { mobile });
