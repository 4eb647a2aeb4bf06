import type { Customer } from '#contract/customer.ts';
import type { FirstCustomers } from '#contract/gateway.ts';
import { hueOf, initialsOf, personName } from '#contract/person-name.ts';
import { escapeHtml } from './escape-html.ts';

/** As many as fill a usual screen: React draws the rest a moment later. */
const ROWS = 24;

/** `arrowUp` of the page's icons. */
const ARROW_UP =
  '<svg width="14" height="14" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 19V5.5M6.5 11 12 5.5l5.5 5.5"/></svg>';

export interface DrawnList {
  /** "912 of 986 customers". */
  count: string;
  /** The table, as `index.html` lays it out. */
  table: string;
}

/**
 * The first rows of the list as the page will draw them itself (customer-table.tsx, customer-row.tsx), so that they can be
 * read and opened before any script has run. Nothing without rows: the page then says why.
 */
export function drawFirstRows({ data, counts }: FirstCustomers, locale: string): DrawnList | undefined {
  if (data.length === 0) return undefined;
  const number = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
  const everyone = counts.active + counts.archived;
  const all = `${number.format(everyone)} customer${everyone === 1 ? '' : 's'}`;
  const found = `${number.format(counts.active)} customer${counts.active === 1 ? '' : 's'}`;
  return {
    count: escapeHtml(counts.active === everyone ? all : `${number.format(counts.active)} of ${all}`),
    table:
      `<div class="outline-panel"><table class="outline-table" aria-label="Customers" aria-rowcount="${counts.active + 1}">` +
      `<thead><tr>${check(`<span>Select all ${escapeHtml(found)} found</span>`, 'th')}` +
      `<th aria-sort="ascending">Name <span>by last name</span>${ARROW_UP}</th><th>E-mail</th><th>Mobile</th><th>Status</th></tr></thead>` +
      `<tbody>${data.slice(0, ROWS).map(drawRow).join('')}</tbody></table></div>`,
  };
}

function drawRow(customer: Customer, index: number): string {
  const name = personName(customer) || customer.id;
  const avatar = `<span class="desk-avatar" data-hue="${hueOf(customer.id)}" aria-hidden="true">${escapeHtml(initialsOf(name))}</span>`;
  const link = `<a href="/customers/${escapeHtml(customer.id)}"><bdi>${escapeHtml(name)}</bdi></a>`;
  return (
    `<tr aria-rowindex="${index + 2}">${check('', 'td')}<td class="outline-name">${avatar}${link}</td><td>${drawEmail(customer.email)}</td>` +
    `<td>${escapeHtml(customer.mobile)}</td><td></td></tr>`
  );
}

/** Where the page will have a box to tick: until then nothing can be ticked. */
function check(words: string, cell: 'td' | 'th'): string {
  return `<${cell} class="outline-check" inert aria-hidden="true"><input type="checkbox" autocomplete="off" tabindex="-1">${words}</${cell}>`;
}

/** An address that is too wide breaks before its @, nowhere else. */
function drawEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 0 ? escapeHtml(email) : `${escapeHtml(email.slice(0, at))}<wbr>${escapeHtml(email.slice(at))}`;
}
