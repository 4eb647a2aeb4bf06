import type { SavedView } from '#contract/shortcuts.ts';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { personName } from '#contract/person-name.ts';
import { READY_VIEWS } from '../shortcuts/view-rules.ts';

/** Something the palette can do besides finding customers. */
export interface Command {
  label: string;
  run: () => void;
}

export type PaletteItem =
  | { kind: 'customer'; key: string; label: string; customer: Customer }
  | { kind: 'view'; key: string; label: string; search: string; viewId: string | undefined }
  | { kind: 'command'; key: string; label: string; run: () => void }
  | { kind: 'search'; key: string; label: string; q: string };

export interface PaletteGroup {
  label: string;
  items: PaletteItem[];
}

export interface PaletteParts {
  q: string;
  /** Found for `q`, the best first; pinned and recent ones while nothing is typed. */
  customers: readonly Customer[];
  /** Not found for `q` yet: none of them means nothing. */
  isOutdated: boolean;
  views: readonly SavedView[];
  screens: readonly Command[];
  /** On the customer at hand, if one is. */
  actions: readonly Command[];
  /** Of the same customer. */
  tabs: readonly Command[];
}

const MOST_OTHERS = 6;

/** What the palette offers, in groups; everything that is typed must stand at the beginning of a word. */
export function arrangeItems({ q, customers, isOutdated, ...parts }: PaletteParts): PaletteGroup[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label }: { label: string }) => words.every((word) => ` ${label.toLowerCase()}`.includes(` ${word}`));
  const people = customers.map((customer): PaletteItem => ({
    kind: 'customer',
    key: customer.id,
    label: personName(customer) || customer.id,
    customer,
  }));
  const groups: PaletteGroup[] = [
    { label: words.length > 0 ? 'Customers' : 'Pinned and recent', items: people },
    { label: 'This customer', items: toItems('action', parts.actions).filter(fits) },
    { label: 'Go to', items: toItems('tab', parts.tabs).filter(fits) },
    { label: 'Views', items: toViewItems(parts.views).filter(fits) },
    { label: 'Screens', items: toItems('screen', parts.screens).filter(fits) },
  ];
  if (words.length > 0) {
    const isFound = people.length > 0 || isOutdated;
    const label = isFound ? `Show all customers found for “${q.trim()}”` : `Search the list for “${q.trim()}”`;
    groups.push({
      label: isFound ? 'Search' : 'No customer found',
      items: [{ kind: 'search', key: 'search', label, q: q.trim() }],
    });
  }
  return groups
    .map((group, at) => (at === 0 ? group : { ...group, items: group.items.slice(0, MOST_OTHERS) }))
    .filter(({ items }) => items.length > 0);
}

/** Pinned customers first, then recent ones, none twice. */
export function idsAtHand(pinned: readonly CustomerId[], recent: readonly CustomerId[], most: number): CustomerId[] {
  return [...new Set([...pinned, ...recent])].slice(0, most);
}

function toItems(prefix: string, commands: readonly Command[]): PaletteItem[] {
  return commands.map(({ label, run }) => ({ kind: 'command', key: `${prefix} ${label}`, label, run }));
}

function toViewItems(views: readonly SavedView[]): PaletteItem[] {
  const ready = READY_VIEWS.map(({ name, search }) => ({ name, search, id: undefined }));
  return [...views, ...ready].map(({ id, name, search }) => ({
    kind: 'view',
    key: `view ${id ?? search}`,
    label: name,
    search,
    viewId: id,
  }));
}
