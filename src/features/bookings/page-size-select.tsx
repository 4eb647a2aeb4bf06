import { NativeSelect } from '@mantine/core';
import { DEFAULT_PAGE_SIZE } from '#contract/page.ts';
import classes from './bookings-panel.module.css';
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
    <label className={classes['size']} data-no-print>
      {noun} per page
      <NativeSelect
        size="xs"
        aria-label={`${noun} per page`}
        value={String(pageSizeOf(search))}
        data={PAGE_SIZES.map(String)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </label>
  );
}
