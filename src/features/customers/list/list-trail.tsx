import '@mantine/core/styles/Group.layer.css';
import { ActionIcon, Group } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { formatCount } from '#shared/format/number.ts';
import { isSingleKey } from '#shared/keyboard/single-keys.ts';
import { Icon } from '#shared/ui/icon.tsx';
import type { Located } from '../directory/directory-protocol.ts';
import { directory } from '../directory/directory.ts';
import { toDirectoryQuery } from '../search.ts';
import type { ListOrigin } from './list-place.ts';

interface ListTrailProps {
  customerId: CustomerId;
  /** The list that led here, if one did. */
  origin: ListOrigin | undefined;
  /** Leads back to it. */
  link: ReactNode;
  /** Beside the steps. */
  tools: ReactNode;
  onStep: (to: CustomerId, index: number) => void;
}

/** The way back to the list, and on through it: “3 of 17”, also by `[` and `]`. */
export function ListTrail({ customerId, origin, link, tools, onStep }: ListTrailProps) {
  const located = useLocated(customerId, origin);

  function step(by: 1 | -1) {
    const to = by === 1 ? located?.after : located?.before;
    if (located && to !== undefined) onStep(to, located.index + by);
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isSingleKey(event) || (event.key !== '[' && event.key !== ']')) return;
    event.preventDefault();
    step(event.key === ']' ? 1 : -1);
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return (
    <Group justify="space-between" gap="0.25rem 1rem">
      {link}
      <Group component="span" gap={4}>
        {located && (
          <Group component="nav" gap={4} fz="sm" c="dimmed" aria-label="Through the list">
            <ActionIcon
              aria-label="Previous customer"
              title="Previous customer ([)"
              aria-keyshortcuts="["
              aria-disabled={located.before === undefined}
              opacity={located.before === undefined ? 0.4 : 1}
              onClick={() => step(-1)}
            >
              <Icon name="chevronLeft" size={16} />
            </ActionIcon>
            <span role="status">
              {formatCount(located.index + 1)} of {formatCount(located.total)}
            </span>
            <ActionIcon
              aria-label="Next customer"
              title="Next customer (])"
              aria-keyshortcuts="]"
              aria-disabled={located.after === undefined}
              opacity={located.after === undefined ? 0.4 : 1}
              onClick={() => step(1)}
            >
              <Icon name="chevronRight" size={16} />
            </ActionIcon>
          </Group>
        )}
        {tools}
      </Group>
    </Group>
  );
}

/** Where the customer stands in the list as it is now. */
function useLocated(customerId: CustomerId, origin: ListOrigin | undefined): Located | undefined {
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [located, setLocated] = useState<{ customerId: CustomerId; at: Located | undefined }>();
  const key = origin && JSON.stringify(origin.search);
  useEffect(() => {
    if (key === undefined) return;
    let isCurrent = true;
    directory.locate(toDirectoryQuery(JSON.parse(key) as ListOrigin['search']), customerId).then(
      (at) => isCurrent && setLocated({ customerId, at }),
      // The way back is there all the same.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [customerId, key, version]);
  return located?.customerId === customerId ? located.at : undefined;
}
