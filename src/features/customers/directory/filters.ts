import type { Customer } from '#contract/customer.ts';
import { hasMobile, looksWrongEmail, looksWrongMobile } from './contact-quality.ts';

export const MOBILE_FILTERS = ['has', 'none', 'wrong'] as const;
export const EMAIL_FILTERS = ['none', 'wrong'] as const;
/** In days. */
export const NEW_SPANS = [7, 30, 90] as const;

/** What the list is narrowed to, beside search and status; all of it must hold. */
export interface CustomerFilters {
  mobile?: (typeof MOBILE_FILTERS)[number] | undefined;
  email?: (typeof EMAIL_FILTERS)[number] | undefined;
  duplicate?: true | undefined;
  /** First seen in the last so many days. */
  isNew?: (typeof NEW_SPANS)[number] | undefined;
  /** Changed by another since the reader last looked. */
  changed?: true | undefined;
}

type FilterName = keyof CustomerFilters;

/** One thing to narrow by: `{ mobile: 'none' }`. */
export type FilterOption = {
  [Name in FilterName]-?: { [N in Name]: NonNullable<CustomerFilters[Name]> };
}[FilterName];

/** Everything there is to choose from, in the order of the menu. */
export const FILTER_OPTIONS: readonly FilterOption[] = [
  { mobile: 'has' },
  { mobile: 'none' },
  { mobile: 'wrong' },
  { email: 'none' },
  { email: 'wrong' },
  { duplicate: true },
  { isNew: 7 },
  { isNew: 30 },
  { isNew: 90 },
  { changed: true },
];

/** What the list itself does not say of customers; ids are as the list has them. */
export interface Knowledge {
  /** The gateway's clock, in ms since 1970. */
  now: number;
  /** When an id was first seen, for those who are new. */
  firstSeen: ReadonlyMap<string, number>;
  changed: ReadonlySet<string>;
  duplicates: ReadonlySet<string>;
  /** The studio's, ISO 3166. */
  country: string;
}

export const NO_KNOWLEDGE: Knowledge = {
  now: 0,
  firstSeen: new Map(),
  changed: new Set(),
  duplicates: new Set(),
  country: 'GB',
};

const DAY_MS = 86_400_000;

/** Whether a customer passes all filters; nothing when there is none to pass. */
export function makeFilter(
  filters: CustomerFilters,
  knowledge: Knowledge,
): ((customer: Customer) => boolean) | undefined {
  const tests = testsOf(filters, knowledge);
  if (tests.length === 0) return undefined;
  return (customer) => tests.every((passes) => passes(customer));
}

function testsOf({ mobile, email, duplicate, isNew, changed }: CustomerFilters, known: Knowledge) {
  const tests: ((customer: Customer) => boolean)[] = [];
  if (mobile === 'has') tests.push((customer) => hasMobile(customer.mobile));
  if (mobile === 'none') tests.push((customer) => !hasMobile(customer.mobile));
  if (mobile === 'wrong') tests.push((customer) => looksWrongMobile(customer.mobile, known.country));
  if (email === 'none') tests.push((customer) => customer.email.trim() === '');
  if (email === 'wrong') tests.push((customer) => looksWrongEmail(customer.email));
  if (duplicate) tests.push(({ id }) => known.duplicates.has(id));
  if (changed) tests.push(({ id }) => known.changed.has(id));
  if (isNew !== undefined) {
    const since = known.now - isNew * DAY_MS;
    tests.push(({ id }) => (known.firstSeen.get(id) ?? -Infinity) >= since);
  }
  return tests;
}

/** The options that are chosen, in the order of the menu. */
export function chosenOptions(filters: CustomerFilters): FilterOption[] {
  return FILTER_OPTIONS.filter((option) => isChosen(filters, option));
}

export function isChosen(filters: CustomerFilters, option: FilterOption): boolean {
  return Object.entries(option).every(([name, value]) =>
    Object.entries(filters).some(([n, v]) => n === name && v === value),
  );
}

/** Adds an option, in place of another of its kind, or takes it away where it is chosen. */
export function toggleOption(filters: CustomerFilters, option: FilterOption): CustomerFilters {
  if (!isChosen(filters, option)) return { ...filters, ...option };
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !(name in option)));
}

/**
 * How many pass with each of FILTER_OPTIONS in place of what is chosen of its kind, the other filters as they are:
 * what choosing it would show.
 */
export function countOptions(customers: Iterable<Customer>, filters: CustomerFilters, knowledge: Knowledge): number[] {
  const tests = FILTER_OPTIONS.map((option) => makeFilter({ ...filters, ...option }, knowledge));
  const counts = FILTER_OPTIONS.map(() => 0);
  for (const customer of customers) {
    for (const [at, passes] of tests.entries()) {
      if (passes?.(customer)) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}
