import { startModelReservie } from '../../server/gateway/testing/model-reservie.ts';

// A process of its own, so that its work is not taken for the gateway's.
const ids = Array.from({ length: Number(process.argv[2]) }, (_, index) => `cust_${index}`);
const model = await startModelReservie({ ids, delayMs: () => 5, fateOf: () => 'done' });
process.send?.(model.account);
