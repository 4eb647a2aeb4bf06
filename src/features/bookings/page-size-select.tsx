import '@mantine/core/styles/Group.layer.css';
import { Group, NativeSelect } from '@mantine/core';
import { DEFAULT_PAGE_SIZE } from '#contract/page.ts';
import { type BookingsSearch, PAGE_SIZES, pageSizeOf } from './search.ts';

interface PageSizeSelectProps {
  search: BookingsSearch;
  /** What a page counts: "Bookings", "Purchases". */
  noun: string;
  onFilter: (change: BookingsSearch) => void;
}

export function PageSizeSelect({ search, noun, onFilter }: PageSizeSelectProps) {
  function choose(text: string) {
    const size = PAGE_SIZES.find((known) => String(known) === text);
    onFilter({ size: size === DEFAULT_PAGE_SIZE ? undefined : size });
  }
  return (
    <Group component="label" justify="center" gap="xs" fz="sm" c="dimmed" data-no-print>
      {noun} per page
      <NativeSelect
        size="xs"
        aria-label={`${noun} per page`}
        value={String(pageSizeOf(search))}
        data={PAGE_SIZES.map(String)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </Group>
  );
}
