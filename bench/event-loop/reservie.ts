import { startModelReservie } from '../../server/gateway/testing/model-reservie.ts';

// A process of its own, so that its work is not taken for the gateway's.
const ids = Array.from({ length: Number(process.argv[2]) }, (_, index) => `cust_${index}`);
const model = await startModelReservie({ ids, delayMs: () => 5, fateOf: () => 'done' });
// As many different names as a town has: sorting is part of what is measured.
for (const [at, id] of ids.entries()) {
  const customer = model.customers.get(id);
  if (!customer) continue;
  customer.firstname = `${'ABCDEFGHIJ'[at % 10]}nn${(at * 31) % 3_001}`;
  customer.lastname = `${'KLMNOPQRST'[at % 7]}${at % 30 === 0 ? 'ö' : 'o'}w${(at * 7_919) % 40_009}`;
}
process.send?.(model.account);
