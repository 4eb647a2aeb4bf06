import type { FilterOption } from '../directory/filters.ts';

/** What an option is called, on its chip and in the menu. */
export function wordOption(option: FilterOption): string {
  if ('mobile' in option) {
    return { has: 'Has mobile', none: 'No mobile', wrong: 'Mobile looks wrong' }[option.mobile];
  }
  if ('email' in option) return { none: 'No e-mail', wrong: 'E-mail looks wrong' }[option.email];
  if ('isNew' in option) return `New in the last ${option.isNew} days`;
  return 'duplicate' in option ? 'Possible duplicate' : 'Changed since I looked';
}
