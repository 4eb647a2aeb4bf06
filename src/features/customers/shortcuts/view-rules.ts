import { type CustomersSearch, readCustomersSearch, toCustomersSearch, toDirectoryQuery } from '../search.ts';

/** A view that is there for all staff from the start. */
export interface ReadyView {
  name: string;
  search: string;
}

export const READY_VIEWS: readonly ReadyView[] = [
  { name: 'No mobile', search: 'mobile=none' },
  { name: 'E-mail looks wrong', search: 'email=wrong' },
  { name: 'New in 30 days', search: 'new=30' },
];

/** The list’s part of an address, as a view keeps it: `mobile=none&sort=email`. */
export function toViewSearch(search: CustomersSearch): string {
  const usual = toCustomersSearch(toDirectoryQuery(search));
  const pairs = Object.entries(usual).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return pairs.toSorted().join('&');
}

/** What a view shows; of one that an older page saved, what is understood. */
export function fromViewSearch(text: string, view?: string): CustomersSearch {
  const search = readCustomersSearch(Object.fromEntries(new URLSearchParams(text)));
  return { ...search, view };
}

/** Whether the list shows something else than its view. */
export function isModified(search: CustomersSearch, viewSearch: string): boolean {
  return toViewSearch(search) !== toViewSearch(fromViewSearch(viewSearch));
}
