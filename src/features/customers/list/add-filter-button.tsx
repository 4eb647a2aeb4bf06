import { Button } from '@mantine/core';
import type { MenuTrigger } from './late-menu.tsx';

/** Opens the menu of filters. */
export function AddFilterButton(trigger: MenuTrigger) {
  return (
    <Button size="xs" radius="xl" variant="default" {...trigger}>
      + Filter
    </Button>
  );
}
