import type { CustomerAtHand } from '#contract/gateway.ts';
import { type Role, isAllowed } from '#contract/role.ts';
import { escapeHtml } from './escape-html.ts';

/** The tabs of a customer's page, with how many records they hold where that is known (src/routes/customers/$customerId). */
export function drawTabs(customerId: string, current: string, role: Role, records: CustomerAtHand): string {
  const tabs: [label: string, total?: number | undefined][] = [
    ['Overview'],
    ['Bookings'],
    ['Passes', records.passes?.answer.total],
    ['Appointments', records.appointments?.answer.total],
    ['Subscriptions', records.subscriptions?.answer.total],
    ['Videos'],
    ['Notes', records.noteCount?.answer.total],
    ['Questionnaires'],
    ['Profile'],
    ...(isAllowed(role, 'manager') ? [['History'] as [string]] : []),
  ];
  const links = tabs.map(([label, total]) => {
    const tab = label.toLowerCase();
    const count = total ? ` <span>${total}</span>` : '';
    const here = tab === current ? ' aria-current="page"' : '';
    return `<a href="/customers/${escapeHtml(customerId)}/${tab}"${here}>${label}${count}</a>`;
  });
  return `<nav class="outline-tabs" aria-label="Customer">${links.join('')}</nav>`;
}
