import { DEFAULT_PAGE_SIZE } from '#contract/page.ts';
import classes from './page-size-select.module.css';
import { type BookingsSearch, PAGE_SIZES, pageSizeOf } from './search.ts';

interface PageSizeSelectProps {
  search: BookingsSearch;
  onFilter: (change: BookingsSearch) => void;
}

export function PageSizeSelect({ search, onFilter }: PageSizeSelectProps) {
  function choose(text: string) {
    const size = PAGE_SIZES.find((known) => String(known) === text);
    onFilter({ size: size === DEFAULT_PAGE_SIZE ? undefined : size });
  }
  return (
    <label className={classes['label']} data-no-print>
      Purchases per page
      <select
        className={classes['select']}
        value={pageSizeOf(search)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {PAGE_SIZES.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </select>
    </label>
  );
}
