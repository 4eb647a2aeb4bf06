import type { Customer } from '#contract/customer.ts';
import { CustomerId } from '#contract/id.ts';
import { createRandom } from '#kit/random.ts';
import { ColumnsReader } from '../../src/features/customers/directory/read-columns.ts';
import { SEARCH_CASES, wrongCases } from '../../src/features/customers/matching/search-cases.ts';
import { searchCast } from '../../src/features/customers/matching/search-cast.ts';
import { SearchIndex, loadMatching } from '../../src/features/customers/directory/search-index.ts';
import { writeColumns } from '../write-columns.ts';

const EVERYONE = Number(process.argv[2] ?? 100_000);
const ROUNDS = 15;
const WINDOW = 100;
const FIRST = [
  'Aisha',
  'Bronwen',
  'Chloé',
  'Dávid',
  'Eilidh',
  'François',
  'Grace',
  'Łukasz',
  'Mary-Jane',
  'Søren',
  'Zoë',
];
const LAST = ['Adeyemi', 'Okonjo', 'O’Brien', 'Fitzgerald-Hughes', 'Kowalska', 'Smith', 'Groß', 'Patel', 'Anderson'];
const SYLLABLES = ['ba', 'der', 'kin', 'lo', 'mar', 'nes', 'pol', 'ri', 'sen', 'ton', 'vey', 'wick'];
/** Typed letter by letter, as at the desk; the last ones have a typo. */
const QUERIES = [
  'jane smith',
  'smith gra',
  'obrien',
  '07700 900123',
  '4567',
  'gmail',
  'cust_4242',
  'kowlaska',
  'andresen',
];

/** The same people on every run. */
function makeCustomers(count: number): Customer[] {
  const { int, pick } = createRandom('directory search');
  const next = (below: number) => int(0, below - 1);
  function madeUp(): string {
    const word = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  return Array.from({ length: count }, (_, at) => {
    const firstname = next(4) === 0 ? madeUp() : pick(FIRST);
    const lastname = next(3) === 0 ? pick(LAST) : madeUp();
    const digits = `7700${String(next(1_000_000)).padStart(6, '0')}`;
    return {
      id: CustomerId.parse(`cust_${at + 1}`),
      type: 'customer',
      firstname,
      lastname,
      email: `${firstname}.${lastname}${at}@${pick(['gmail', 'example', 'icloud'])}.example`.toLowerCase(),
      mobile: pick([`0${digits}`, `+44${digits}`, `+44 (0)${digits.slice(0, 4)} ${digits.slice(4)}`, '']),
      archived: next(12) === 0,
    };
  });
}

/** Processor time: on a busy machine the clock on the wall tells more of the neighbours. */
function timed<Value>(work: () => Value): { value: Value; ms: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

function print(what: string, ...ms: number[]): void {
  console.log(what.padEnd(44) + ms.map((each) => `${each.toFixed(1).padStart(9)} ms`).join(''));
}

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

const text = writeColumns(makeCustomers(EVERYONE));
console.log(
  `${EVERYONE} customers, ${(text.length / 1e6).toFixed(1)} MB of JSON, Node ${process.version}, processor time\n`,
);

const read: Customer[] = [];
const parsed = timed(() => {
  const reader = new ColumnsReader({
    onHead: () => undefined,
    onCustomers: (customers) => void read.push(...customers),
  });
  reader.push(text);
  reader.end();
});
print('parse and check all blocks', parsed.ms);
const memory = process.memoryUsage().heapUsed;
await loadMatching();
const { value: index, ms: built } = timed(() => new SearchIndex(read));
print('build the index', built);
for (const sort of ['name', 'email', 'mobile', 'status'] as const) {
  print(`first sort by ${sort}`, timed(() => index.run({ q: '', status: 'all', sort, direction: 'asc' })).ms);
}
for (const _ of index.warmUp()) continue;
console.log(`heap grown by ${((process.memoryUsage().heapUsed - memory) / 1e6).toFixed(0)} MB\n`);

print(
  'a save: change one, sort again',
  timed(() => {
    index.put({ ...makeCustomers(1)[0], lastname: 'Zyx' } as Customer);
    index.run({ q: '', status: 'all', sort: 'name', direction: 'asc' });
  }).ms,
);

console.log(`\n${'typed letter by letter, each key stroke'.padEnd(44)}   median         p95     longest`);
const all: number[] = [];
for (const query of QUERIES) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    index.run({ q: '', status: 'active', sort: 'match', direction: 'asc' });
    for (let length = 1; length <= query.length; length++) {
      const typed = { q: query.slice(0, length), status: 'active', sort: 'match', direction: 'asc' } as const;
      times.push(timed(() => index.rows(index.run(typed), 0, WINDOW)).ms);
    }
  }
  all.push(...times);
  print(query, quantile(times, 0.5), quantile(times, 0.95), Math.max(...times));
}
print('all of them', quantile(all, 0.5), quantile(all, 0.95), Math.max(...all));

const cast = new SearchIndex(searchCast());
const wrong = wrongCases((q) => {
  const [row] = cast.rows(cast.run({ q, status: 'all', sort: 'match', direction: 'asc' }), 0, 1);
  return row && { id: row.customer.id, reason: row.reason };
});
const right = SEARCH_CASES.length - wrong.length;
console.log(
  `\n${SEARCH_CASES.length} searches of every kind: ${((right / SEARCH_CASES.length) * 100).toFixed(1)} % right first`,
);
for (const line of wrong) console.log(`  ${line}`);
