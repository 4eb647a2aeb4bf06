import '@mantine/core/styles/Group.layer.css';
import { Button, Group } from '@mantine/core';
import { Icon } from '#shared/ui/icon.tsx';
import { lazyPart } from '#shared/ui/lazy-part.tsx';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { type CustomerFilters, type FilterOption, chosenOptions, toggleOption } from '../../directory/filters.ts';
import { describeOption } from '../describe-list.ts';
import { AddFilterButton } from '../menu-buttons.tsx';
import { LateMenu } from '../late-menu.tsx';

const FilterMenu = lazyPart(async () => (await import('./filter-menu.tsx')).FilterMenu);

interface FilterBarProps {
  query: DirectoryQuery;
  onChange: (filters: CustomerFilters) => void;
}

/** What the list is narrowed to: each with a cross that takes it away, and a menu of what else there is. */
export function FilterBar({ query, onChange }: FilterBarProps) {
  const { filters = {} } = query;
  const toggle = (option: FilterOption) => onChange(toggleOption(filters, option));
  return (
    <Group gap="0.375rem" role="group" aria-label="Filters">
      {chosenOptions(filters).map((option) => (
        <Button
          key={describeOption(option)}
          size="xs"
          radius="xl"
          variant="light"
          bd="1px solid var(--desk-accent)"
          rightSection={<Icon name="close" size={12} />}
          aria-label={`Remove the filter ${describeOption(option)}`}
          onClick={() => toggle(option)}
        >
          {describeOption(option)}
        </Button>
      ))}
      <LateMenu
        preload={FilterMenu.preload}
        button={(trigger) => <AddFilterButton {...trigger} />}
        menu={<FilterMenu query={query} onToggle={toggle} />}
      />
    </Group>
  );
}
