/** What a browser can do at best: no framework, one list fetched and parsed here, rows made by hand. */
import type { Customer } from '#contract/customer.ts';

const ROW = 44;
const SPARE = 8;
type Column = 'name' | 'email' | 'mobile' | 'status';
const COLUMNS: readonly Column[] = ['name', 'email', 'mobile', 'status'];

function textOf(customer: Customer, column: Column): string {
  if (column === 'name') return `${customer.lastname} ${customer.firstname}`;
  if (column === 'status') return customer.archived ? 'Archived' : '';
  return customer[column];
}

const collator = new Intl.Collator('en-GB');
const answer = await fetch('/api/customers');
const { data } = (await answer.json()) as { data: Customer[] };
const names = [...new Set(data.map(({ lastname }) => lastname))].toSorted(collator.compare);
const ranks = new Map(names.map((name, rank) => [name, rank]));
const everyone = data
  .filter(({ archived }) => !archived)
  .toSorted((a, b) => (ranks.get(a.lastname) ?? 0) - (ranks.get(b.lastname) ?? 0));
const haystack = everyone.map((each) =>
  `${each.firstname} ${each.lastname} ${each.email} ${each.mobile}`.toLowerCase(),
);
let shown = everyone;

/** Elements instead of a text with tags: the gateway's policy (Trusted Types) lets no page make elements of text. */
function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, ...children: (string | Node)[]) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

const box = make('input');
box.setAttribute('aria-label', 'Search customers');
const search = make('div', box);
search.role = 'search';
const headings = COLUMNS.map((column) => make('th', make('button', column)));
const body = make('tbody');
const table = make('table', make('thead', make('tr', ...headings)), body);
table.ariaBusy = 'false';
const list = make('main', search, table);
document.body.append(list);

function draw(): void {
  const top = body.getBoundingClientRect().top;
  const first = Math.max(0, Math.floor(-top / ROW) - SPARE);
  const last = Math.min(shown.length, Math.ceil((window.innerHeight - top) / ROW) + SPARE);
  body.style.height = `${shown.length * ROW}px`;
  const rows = shown.slice(first, last);
  while (body.children.length < rows.length) {
    const row = document.createElement('tr');
    row.append(...COLUMNS.map(() => document.createElement('td')));
    row.firstElementChild?.append(document.createElement('a'));
    body.append(row);
  }
  while (body.children.length > rows.length) body.lastElementChild?.remove();
  for (const [at, customer] of rows.entries()) {
    const row = body.children[at];
    if (!(row instanceof HTMLElement)) continue;
    row.style.transform = `translateY(${(first + at) * ROW}px)`;
    const [link, ...cells] = [row.querySelector('a'), ...[...row.children].slice(1)];
    link?.setAttribute('href', `/customers/${customer.id}`);
    if (link) link.textContent = `${customer.firstname} ${customer.lastname}`;
    for (const [column, cell] of cells.entries()) {
      if (cell) cell.textContent = textOf(customer, COLUMNS[column + 1] ?? 'email');
    }
  }
}

box.addEventListener('input', () => {
  const q = box.value.toLowerCase();
  shown = everyone.filter((_, at) => haystack[at]?.includes(q));
  draw();
});
list.querySelector('thead')?.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const header = target.closest('th');
  const column = COLUMNS[[...list.querySelectorAll('th')].findIndex((each) => each === header)];
  if (!header || !column) return;
  const isDown = header.getAttribute('aria-sort') === 'ascending';
  for (const each of list.querySelectorAll('th')) each.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
  const keys = new Map(shown.map((each) => [each, textOf(each, column).toLowerCase()]));
  shown = shown.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1) * (isDown ? -1 : 1));
  draw();
});
window.addEventListener('scroll', draw, { passive: true });

let leftAt = 0;
list.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  leftAt = window.scrollY;
  const heading = document.createElement('h1');
  heading.textContent = link.textContent;
  history.pushState({}, '', '#customer');
  list.replaceWith(heading);
});
window.addEventListener('popstate', () => {
  document.querySelector('h1')?.replaceWith(list);
  window.scrollTo(0, leftAt);
  draw();
});
draw();
