import { Button } from '@mantine/core';
import { Icon } from '#shared/ui/icon.tsx';
import type { MenuTrigger } from './late-menu.tsx';
import type { Sorting } from './sorting/sort-header.tsx';
import { describeSorting } from './list-words.ts';

/** Opens the menu of orders. */
export function SortButton({ sorting, ...trigger }: MenuTrigger & { sorting: Sorting }) {
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      fw={400}
      rightSection={<Icon name="chevronDown" size={14} />}
      {...trigger}
    >
      Sorted by&nbsp;<strong>{describeSorting(sorting.sort, sorting.direction)}</strong>
    </Button>
  );
}

/** Opens the menu of filters. */
export function AddFilterButton(trigger: MenuTrigger) {
  return (
    <Button size="xs" radius="xl" variant="default" {...trigger}>
      + Filter
    </Button>
  );
}
