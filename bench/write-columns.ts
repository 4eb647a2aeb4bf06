import type { Customer } from '#contract/customer.ts';

/** As many customers as the gateway puts on a line. */
const BLOCK = 2_000;

/** The list as the gateway writes it. */
export function writeColumns(customers: readonly Customer[]): string {
  const lines: string[] = [];
  for (let from = 0; from < customers.length; from += BLOCK) {
    const some = customers.slice(from, from + BLOCK);
    const column = (name: 'id' | 'firstname' | 'lastname' | 'email' | 'mobile') => some.map((each) => each[name]);
    lines.push(
      JSON.stringify({
        id: column('id'),
        firstname: column('firstname'),
        lastname: column('lastname'),
        email: column('email'),
        mobile: column('mobile'),
        archived: some.flatMap(({ archived }, at) => (archived ? [at] : [])),
      }),
    );
  }
  const head = { asOf: '2026-03-03T14:02:00Z', total: customers.length, unreadable: [] };
  return `${JSON.stringify(head).slice(0, -1)},"blocks":[\n${lines.join(',\n')}\n]}\n`;
}
