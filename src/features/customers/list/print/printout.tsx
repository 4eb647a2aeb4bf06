import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Customer } from '#contract/customer.ts';
import { useStudioCountry } from '#shared/api/studio.ts';
import { useMobileFormat } from '#shared/format/mobile.ts';
import { formatCount, plural } from '#shared/format/number.ts';
import { personName } from '#contract/person-name.ts';
import table from '#shared/table/data-table.module.css';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { directory } from '../../directory/directory.ts';
import { toCustomersSearch } from '../../search.ts';
import { describeSearch } from '../describe-list.ts';
import { useSelection } from '../selection.ts';
import { takeFound } from '../rows/take-found.ts';
import classes from './printout.module.css';

/** So many are kept at hand, because the browser's own Print does not wait for more to be fetched. */
const KEPT = 2_000;
/** Some 200 pages. */
const MOST_PRINTED = 10_000;
const REST_MS = 600;

interface Page {
  customers: readonly Customer[];
  /** How many there are in all. */
  of: number;
}

interface PrintoutProps {
  query: DirectoryQuery;
  total: number;
  /** Told what prints the list, as long as it is here. */
  onPrinter: (print: (() => void) | undefined) => void;
}

/** The list on paper: every customer who is found, or who is ticked, instead of the rows that happen to be on screen. */
export function Printout({ query, total, onPrinter }: PrintoutProps) {
  const selected = useSelection();
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const kept = useRef<Page>(undefined);
  const [page, setPage] = useState<Page>();
  const what = selected.size > 0 ? [...selected] : query;
  const count = selected.size > 0 ? selected.size : total;
  const key = JSON.stringify(what);

  const gather = useEffectEvent(async (most: number): Promise<Page> => {
    const customers: Customer[] = [];
    for await (const some of takeFound(what)) {
      customers.push(...some);
      if (customers.length >= most) break;
    }
    return { customers: customers.slice(0, most), of: count };
  });

  useEffect(() => {
    kept.current = undefined;
    if (count > KEPT) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      gather(KEPT).then(
        (next) => (kept.current = isCurrent ? next : kept.current),
        // The list tells of its own failures.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, count, version]);

  const show = useEffectEvent(() => {
    if (!page) flushSync(() => setPage(kept.current ?? { customers: [], of: count }));
  });
  const printAll = useEffectEvent(async () => {
    const next = kept.current ?? (await gather(MOST_PRINTED));
    flushSync(() => setPage(next));
    window.print();
  });
  const tellPrinter = useEffectEvent(onPrinter);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    if (event.key.toLowerCase() !== 'p' || kept.current) return;
    event.preventDefault();
    void printAll().catch(() => undefined);
  });
  useEffect(() => {
    const end = () => setPage(undefined);
    window.addEventListener('beforeprint', show);
    window.addEventListener('afterprint', end);
    document.addEventListener('keydown', press);
    tellPrinter(() => void printAll().catch(() => undefined));
    return () => {
      window.removeEventListener('beforeprint', show);
      window.removeEventListener('afterprint', end);
      document.removeEventListener('keydown', press);
      tellPrinter(undefined);
    };
  }, []);

  if (!page) return null;
  return createPortal(<PrintedList page={page} words={wordsOf(query, selected.size)} />, document.body);
}

function wordsOf(query: DirectoryQuery, selected: number): string {
  if (selected > 0) return 'Selected one by one';
  return describeSearch(toCustomersSearch(query)) || 'All active customers';
}

function PrintedList({ page: { customers, of }, words }: { page: Page; words: string }) {
  const formatMobile = useMobileFormat();
  const country = useStudioCountry();
  return (
    <section className={classes['paper']} data-printed-list>
      <h1>Customers</h1>
      <p>
        {words}. {plural(of, 'customer')}
        {customers.length > 0 &&
          customers.length < of &&
          `, of whom the first ${formatCount(customers.length)} are here`}
        .
        {customers.length === 0 && of > 0 && ' These are too many for the browser’s own Print: use Ctrl-P in the list.'}
      </p>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Mobile</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => (
            <tr key={customer.id}>
              <td>
                <bdi>{personName(customer) || customer.id}</bdi>
              </td>
              <td>{customer.email}</td>
              <td>{formatMobile(customer.mobile, country)}</td>
              <td>{customer.archived ? 'Archived' : 'Active'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
