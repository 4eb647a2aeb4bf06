import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import { type ProfileField, ProfileValues } from '#contract/customer.ts';

const resolveAll: Resolver<ProfileValues> = zodResolver(ProfileValues);

/**
 * Checks only the fields that staff changed: an odd mobile number that has been there for years must not stand in the
 * way of correcting a name.
 */
export function profileResolver(getChanged: (values: ProfileValues) => ProfileField[]): Resolver<ProfileValues> {
  return async (values, context, options) => {
    const result = await resolveAll(values, context, options);
    const changed = getChanged(values);
    const errors = Object.entries(result.errors).filter(([field]) => changed.some((name) => name === field));
    return errors.length > 0 ? { values: {}, errors: Object.fromEntries(errors) } : { values, errors: {} };
  };
}
