import { groupDuplicates } from '../../src/features/customers/matching/duplicate-groups.ts';
import { plantDuplicates } from '../../src/features/customers/matching/planted-duplicates.ts';
import { scoreDuplicates } from '../../src/features/customers/matching/score-duplicates.ts';

const LEAST = 0.95;
const LONGEST_MS = 1_000;

/** Processor time: on a busy machine the clock on the wall tells more of the neighbours. */
function timed<Value>(work: () => Value): { value: Value; ms: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

const failures: string[] = [];
console.log('customers   planted   found   precision   recall      time');
for (const [count, planted, seed] of [
  [10_000, 300, 1],
  [10_000, 300, 2],
  [10_000, 300, 3],
  [100_000, 3_000, 4],
] as const) {
  const { customers, pairs } = plantDuplicates(count, planted, seed);
  const { value: groups, ms } = timed(() => groupDuplicates(customers));
  const { precision, recall, found, wrong, missed } = scoreDuplicates(groups, pairs);
  const figures = [(precision * 100).toFixed(1), (recall * 100).toFixed(1)].map((share) => `${share} %`.padStart(9));
  const [head, time] = [`${count}`.padStart(9), `${ms.toFixed(0)} ms`.padStart(10)];
  console.log(`${head}${`${planted}`.padStart(10)}${`${found}`.padStart(8)}   ${figures.join('')}${time}`);
  if (process.argv.includes('--show')) console.log({ wrong: wrong.slice(0, 20), missed: missed.slice(0, 20) });
  if (count === 10_000 && (precision < LEAST || recall < LEAST)) failures.push(`seed ${seed}: below ${LEAST}`);
  if (ms > LONGEST_MS) failures.push(`${count} customers took ${ms.toFixed(0)} ms`);
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
