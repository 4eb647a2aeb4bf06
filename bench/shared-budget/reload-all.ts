import { type Answered, DeskPage } from './desk-page.ts';
import { openStudio } from './open-studio.ts';

const STAFF = 12;
const SAVES = 4;

/**
 * The network comes back, and all pages ask for everything anew in the same second: what pages may have of the budget is
 * gone for a minute. They show what is kept, and members of staff save.
 */
export async function reloadAll(budget: number): Promise<Answered[]> {
  const { url, hire, allCustomers, close } = await openStudio(budget);
  const answers: Answered[] = [];
  const desks = (await hire(STAFF, 'desk')).map((cookie, at) => ({
    page: new DeskPage(url, cookie, (answered) => answers.push(answered)),
    customer: allCustomers[at] ?? '',
  }));
  const profiles = await Promise.all(desks.map(({ page, customer }) => page.open(customer)));
  await Promise.all(desks.map(({ page, customer }) => page.open(customer, { 'cache-control': 'no-cache' })));
  for (const [at, { page, customer }] of desks.slice(0, SAVES).entries()) {
    await page.save(customer, profiles[at] ?? '', `07700 90000${at}`);
  }
  await close();
  return answers;
}
