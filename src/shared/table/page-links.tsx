import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Pagination.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Group, Pagination, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatCount } from '#shared/format/number.ts';
import { toPageSearch } from './page-search.ts';

interface PageLinksProps {
  /** 1-based. */
  page: number;
  pages: number;
}

/** Links to the pages of a list, by `?page=` on the same address. */
export function PageLinks({ page, pages }: PageLinksProps) {
  return (
    <Group component="nav" aria-label="Pages" justify="center" gap="md" py="md">
      <Pagination
        total={pages}
        value={page}
        size="md"
        // "1 … 5 … 31" fits a phone; the responsive layout has no width of its own in a flex box, and shows no page at all.
        siblings={0}
        getItemProps={(target) => ({ ...linkTo(target), 'aria-label': `Page ${target}` })}
        getControlProps={(control) =>
          control === 'next'
            ? { ...linkTo(Math.min(page + 1, pages), page), rel: 'next', 'aria-label': 'Next' }
            : { ...linkTo(Math.max(page - 1, 1), page), rel: 'prev', 'aria-label': 'Previous' }
        }
      />
      <Text size="sm" c="dimmed">
        Page {formatCount(page)} of {formatCount(pages)}
      </Text>
    </Group>
  );
}

/** A link of the router in the shape of a control. One to the page itself is disabled: it leads nowhere, and keeps the focus. */
function linkTo(page: number, current?: number) {
  return {
    tabIndex: page === current ? -1 : 0,
    component: Link,
    to: '.',
    search: (previous: object) => ({ ...previous, ...toPageSearch(page) }),
    activeOptions: { exact: true, includeSearch: true },
  };
}
