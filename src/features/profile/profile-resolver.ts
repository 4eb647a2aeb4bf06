import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import { ProfileValues } from '#contract/customer.ts';
import { changedFields, cleanValues } from './profile-rules.ts';

const resolveAll: Resolver<ProfileValues> = zodResolver(ProfileValues);

/**
 * Checks only the fields that staff changed: an odd mobile number that has been there for years must not stand in the
 * way of correcting a name.
 */
export function profileResolver(getBase: () => ProfileValues): Resolver<ProfileValues> {
  return async (values, context, options) => {
    const base = getBase();
    const result = await resolveAll(cleanValues(base, values), context, options);
    const changed = changedFields(base, values);
    const errors = Object.entries(result.errors).filter(([field]) => changed.some((name) => name === field));
    return errors.length > 0 ? { values: {}, errors: Object.fromEntries(errors) } : { values, errors: {} };
  };
}
