import type { Customer } from '#contract/customer.ts';

/** What staff can do with the customer at hand, wherever they are; `run` tells what was done. */
export interface CustomerAction {
  label: string;
  run: () => Promise<string | undefined> | undefined;
}

interface ActionsFor {
  customer: Customer;
  isPinned: boolean;
  /** Viewers read only. */
  mayEdit: boolean;
  /** Where the customer is in Reservie, if links are configured. */
  inReservie: string | undefined;
  /** The text to read out; nothing where the summary is not known yet. */
  summary: string | undefined;
  copy: (text: string) => Promise<void>;
  pin: (isPinned: boolean) => Promise<void>;
  edit: () => void;
  open: (address: string) => void;
}

/** Contacts that are masked for a viewer are not worth copying. */
const MASK = /[•*]/;

export function customerActions(given: ActionsFor): CustomerAction[] {
  const { customer, isPinned, mayEdit, inReservie, summary, copy, pin, edit, open } = given;
  async function copyText(text: string, what: string): Promise<string> {
    await copy(text);
    return `${what} copied`;
  }
  async function togglePin(): Promise<string> {
    await pin(!isPinned);
    return isPinned ? 'Unpinned' : 'Pinned';
  }
  const actions: CustomerAction[] = [{ label: isPinned ? 'Unpin this customer' : 'Pin this customer', run: togglePin }];
  const contacts = [
    ['e-mail address', customer.email],
    ['mobile number', customer.mobile],
  ] as const;
  for (const [what, text] of contacts) {
    if (text.trim() === '' || MASK.test(text)) continue;
    const word = what.charAt(0).toUpperCase() + what.slice(1);
    actions.push({ label: `Copy ${what}`, run: () => copyText(text, word) });
  }
  if (summary !== undefined) actions.push({ label: 'Copy summary', run: () => copyText(summary, 'Summary') });
  if (mayEdit) actions.push({ label: 'Edit profile', run: () => done(edit) });
  if (inReservie !== undefined) actions.push({ label: 'Open in Reservie', run: () => done(() => open(inReservie)) });
  return actions;
}

/** What is seen to be done needs no words. */
function done(act: () => void): undefined {
  act();
  return undefined;
}
