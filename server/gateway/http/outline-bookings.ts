import type { Transaction } from '#contract/booking.ts';
import type { BookingsOutline, BookingsOutlineLine } from '#contract/bookings-outline.ts';
import type { CustomerAtHand } from '#contract/gateway.ts';
import { isUnreadable } from '#contract/page.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * A customer's first bookings as the page will draw them itself (bookings-table.tsx, booking-line.tsx), so that they
 * can be read and opened before any script has run. A test of the page's holds the two against each other.
 */
export function drawBookings({ count, sentence, isWhole, groups }: BookingsOutline): string {
  const titles = ['When', 'Class', 'For', 'Paid', 'State'].map((title) => `<th>${title}</th>`).join('');
  return (
    `<p class="outline-found"><strong>${escapeHtml(count)}</strong> ${escapeHtml(sentence)}</p>` +
    `<div class="outline-panel"><table class="outline-bookings" aria-label="Bookings"${isWhole ? ' data-whole' : ''}><thead><tr>${titles}<td></td></tr></thead>` +
    `${groups.map(drawGroup).join('')}</table></div>`
  );
}

/** All purchases of a customer, where the gateway has all of them at hand and can read each. */
export function wholePurchases(purchases: CustomerAtHand['purchases']): Transaction[] | undefined {
  if (!purchases) return undefined;
  const { data, total } = purchases.answer;
  const readable = data.filter((row): row is Transaction => !isUnreadable(row));
  return readable.length === data.length && data.length >= total ? readable : undefined;
}

function drawGroup({ title, sums, lines }: BookingsOutline['groups'][number]): string {
  const heading =
    title === undefined
      ? ''
      : `<tr><th colspan="6"><bdi>${escapeHtml(title)}</bdi><span>${escapeHtml(sums)}</span></th></tr>`;
  return `<tbody>${heading}${lines.map(drawLine).join('')}</tbody>`;
}

function drawLine(line: BookingsOutlineLine): string {
  const { attendee, buyer, spaces, net } = line;
  const badges = line.states.map(({ words, color }) => drawBadge(words, color));
  if (line.isOverlapping) badges.push(drawBadge('Overlaps', 'outlined'));
  const cells = [
    `<div><span class="desk-leaf">${escapeHtml(line.month)} <strong>${escapeHtml(line.day)}</strong></span>` +
      `<div><b>${escapeHtml(line.clock)}</b><small>${escapeHtml(line.notes)}</small></div></div>`,
    `<b><a href="${escapeHtml(line.href)}"><bdi>${escapeHtml(line.name)}</bdi></a></b><small>${escapeHtml(line.origin)}</small>`,
    `<span>${drawPerson(attendee)} ${spaces === undefined ? '' : drawBadge(spaces, 'info')}</span>` +
      (buyer ? `<small>bought by ${drawPerson(buyer)}</small>` : ''),
    escapeHtml(line.paid) + (net === undefined ? '' : `<small>${escapeHtml(net)}</small>`),
    `<span>${badges.join('')}</span>`,
    '<i></i>',
  ];
  return `<tr${line.isQuiet ? ' data-quiet' : ''}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function drawPerson({ name, href }: BookingsOutlineLine['attendee']): string {
  const text = `<bdi>${escapeHtml(name)}</bdi>`;
  return href === undefined ? text : `<a href="${escapeHtml(href)}">${text}</a>`;
}

function drawBadge(words: string, color: string): string {
  return `<em data-color="${color}">${escapeHtml(words)}</em>`;
}
