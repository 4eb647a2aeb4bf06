import type { Browser } from '@playwright/test';
import { SEARCH_CASES } from '../../src/features/customers/matching/search-cases.ts';
import { searchCast } from '../../src/features/customers/matching/search-cast.ts';
import { REASON_WORDS } from '../../src/features/customers/list/list-words.ts';
import { writeColumns } from '../write-columns.ts';
import { openPage } from './measures.ts';
import type { Desk } from './open-desk.ts';

const LONGEST_MS = 3_000;

/** The table of searches again, through the page and its worker: those whose first row is not the right one, for its reason. */
export async function findWrongCases(browser: Browser, desk: Desk): Promise<string[]> {
  const { context, page } = await openPage(browser, desk);
  const body = writeColumns(searchCast());
  await context.route('**/api/customers/columns', (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.goto('/customers?status=all');
  await page.evaluate('desk.until(() => desk.row > 0)');
  const wrong: string[] = [];
  for (const [query, id, reason] of SEARCH_CASES) {
    // A box of one line leaves these out.
    const typed = JSON.stringify(query.replace(/[\r\n]/g, ''));
    const first = await page.evaluate<{ href: string; words: string }>(`(async () => {
      desk.type(${typed});
      const until = performance.now() + ${LONGEST_MS};
      await desk.until(() => desk.isRight(${typed}) || performance.now() > until);
      const row = document.querySelector('tbody tr[aria-rowindex="2"]');
      return { href: row?.querySelector('a')?.getAttribute('href') ?? '', words: row?.textContent ?? '' };
    })()`);
    const found = first.href.replace(/^.*cust_(?:p-)?/, '');
    const said = Object.values(REASON_WORDS).find((words) => words !== undefined && first.words.includes(words));
    if (found !== id || said !== REASON_WORDS[reason]) {
      wrong.push(`${query}: ${found || 'none'} (${said ?? 'name'}), not ${id} (${REASON_WORDS[reason] ?? 'name'})`);
    }
  }
  await context.close();
  return wrong;
}

export const CASES = SEARCH_CASES.length;
