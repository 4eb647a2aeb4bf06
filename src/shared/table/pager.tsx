import type { ReactNode } from 'react';
import { formatCount } from '#shared/format/number.ts';
import classes from './pager.module.css';

/** Makes the link to a page, as a child of the router would: `<Link …>{label}</Link>`. */
export type RenderPageLink = (page: number, label: ReactNode, rel: 'prev' | 'next') => ReactNode;

interface PagerProps {
  /** 1-based. */
  page: number;
  pageSize: number;
  total: number;
  renderLink: RenderPageLink;
}

/** "Page 2 of 5" between links to its neighbours; nothing when everything fits on one page. */
export function Pager({ page, pageSize, total, renderLink }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  return (
    <nav className={classes['pager']} aria-label="Pages">
      {page > 1 ? renderLink(page - 1, 'Previous', 'prev') : <span aria-hidden="true">Previous</span>}
      <span className={classes['place']}>
        Page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages ? renderLink(page + 1, 'Next', 'next') : <span aria-hidden="true">Next</span>}
    </nav>
  );
}
