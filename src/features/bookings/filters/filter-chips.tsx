import '@mantine/core/styles/Group.layer.css';
import { Button, Group } from '@mantine/core';
import { Icon } from '#shared/ui/icon.tsx';
import { type NamesById, choiceWords } from './describe-filter.ts';
import { type BookingsSearch, CHOICES, NO_FILTER } from '../search.ts';

interface FilterChipsProps {
  search: BookingsSearch;
  names: NamesById;
  onFilter: (change: BookingsSearch) => void;
}

/** What narrows the list beside its dates, each to be taken away by itself. */
export function FilterChips({ search, names, onFilter }: FilterChipsProps) {
  const chips = CHOICES.flatMap((name) =>
    (search[name] ?? []).map((value: string) => ({
      key: `${name} ${value}`,
      words: choiceWords(name, value, names),
      without: { [name]: search[name]?.filter((other: string) => other !== value) },
    })),
  );
  return (
    <Group gap="xs" role="group" aria-label="Filters in use" data-no-print>
      {chips.map(({ key, words, without }) => (
        <Button
          key={key}
          variant="light"
          size="compact-sm"
          radius="xl"
          rightSection={<Icon name="close" size={12} />}
          aria-label={`Remove filter ${words}`}
          onClick={() => onFilter(without)}
        >
          {words}
        </Button>
      ))}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onFilter(NO_FILTER)}>
        Clear filters
      </Button>
    </Group>
  );
}
