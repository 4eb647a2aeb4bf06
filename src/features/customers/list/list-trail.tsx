import '@mantine/core/styles/Group.layer.css';
import { ActionIcon, Group } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { formatCount } from '#shared/format/number.ts';
import { isSingleKey } from '#shared/keyboard/single-keys.ts';
import { Icon, type IconName } from '#shared/ui/icon.tsx';
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
            <Step
              label="Previous customer"
              shortcut="["
              icon="chevronLeft"
              to={located.before}
              onClick={() => step(-1)}
            />
            <span role="status">
              {formatCount(located.index + 1)} of {formatCount(located.total)}
            </span>
            <Step label="Next customer" shortcut="]" icon="chevronRight" to={located.after} onClick={() => step(1)} />
          </Group>
        )}
        {tools}
      </Group>
    </Group>
  );
}

interface StepProps {
  label: string;
  shortcut: string;
  icon: IconName;
  to: CustomerId | undefined;
  onClick: () => void;
}

/** Keeps its place, and the focus, at either end of the list. */
function Step({ label, shortcut, icon, to, onClick }: StepProps) {
  return (
    <ActionIcon
      aria-label={label}
      title={`${label} (${shortcut})`}
      aria-keyshortcuts={shortcut}
      aria-disabled={to === undefined}
      opacity={to === undefined ? 0.4 : 1}
      onClick={onClick}
    >
      <Icon name={icon} size={16} />
    </ActionIcon>
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
