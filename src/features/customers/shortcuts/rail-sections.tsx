import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useState, useSyncExternalStore } from 'react';
import type { Customer } from '#contract/customer.ts';
import { formatCount } from '#shared/format/number.ts';
import { personName } from '#contract/person-name.ts';
import { directory } from '../directory/directory.ts';
import { toDirectoryQuery } from '../search.ts';
import { shortcutQueries } from './shortcut-queries.ts';
import { useListedCustomers } from './use-listed-customers.ts';
import { READY_VIEWS, fromViewSearch } from './view-rules.ts';

const MOST_RECENT = 6;

/** In the rail: views with how many they show, and the reader’s own customers. */
export function RailSections() {
  const { data: shortcuts } = useQuery(shortcutQueries.all);
  const pinned = useListedCustomers(shortcuts?.pinned ?? []);
  const recent = useListedCustomers(
    (shortcuts?.recent ?? []).map(({ customerId }) => customerId).filter((id) => !shortcuts?.pinned.includes(id)),
  );
  const views = [...READY_VIEWS.map((view) => ({ ...view, id: undefined })), ...(shortcuts?.views ?? [])];
  const counts = useCounts(views.map(({ search }) => search));
  return (
    <>
      <Section title="Views">
        {views.map(({ id, name, search }, at) => (
          <li key={id ?? search}>
            <Link
              to="/customers"
              search={fromViewSearch(search, id)}
              activeOptions={{ includeSearch: true, exact: true }}
            >
              <Text inherit truncate flex={1}>
                {name}
              </Text>
              {counts?.[at] !== undefined && (
                <Text inherit c="dimmed">
                  {formatCount(counts[at])}
                </Text>
              )}
            </Link>
          </li>
        ))}
      </Section>
      <People title="Pinned" customers={pinned} />
      <People title="Recent" customers={recent.slice(0, MOST_RECENT)} />
    </>
  );
}

function People({ title, customers }: { title: string; customers: readonly Customer[] }) {
  if (customers.length === 0) return null;
  return (
    <Section title={title}>
      {customers.map((customer) => (
        <li key={customer.id}>
          <Link
            to="/customers/$customerId"
            params={{ customerId: customer.id }}
            // Reading a customer is recorded: a pointer that passes by has not looked.
            preload={false}
          >
            <Text component="bdi" inherit truncate flex={1}>
              {personName(customer) || customer.id}
            </Text>
          </Link>
        </li>
      ))}
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} fz="xs" fw={600} lh={1.55} c="dimmed" px="0.625rem" mt="sm" mb={4}>
        {title}
      </Title>
      <ul>{children}</ul>
    </section>
  );
}

/** How many each view shows; counted once the list is there, and again when it changes. */
function useCounts(searches: readonly string[]): number[] | undefined {
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [counts, setCounts] = useState<number[]>();
  const key = JSON.stringify(searches);
  useEffect(() => {
    let isCurrent = true;
    const queries = (JSON.parse(key) as string[]).map((search) => toDirectoryQuery(fromViewSearch(search)));
    directory.count(queries).then(
      (answer) => isCurrent && setCounts(answer),
      // The list tells of its own failures.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [key, version]);
  return counts;
}
