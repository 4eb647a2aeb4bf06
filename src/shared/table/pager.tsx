import type { ReactNode } from 'react';
import { formatCount } from '#shared/format/number.ts';
import classes from './pager.module.css';

/** What a link to a page carries besides its address. */
interface PageLinkProps {
  rel: 'prev' | 'next';
  /** There is no such page: the link leads nowhere, and keeps the focus of whoever pressed it last. */
  disabled: boolean;
  tabIndex: 0 | -1;
}

/** Makes the link to a page, as a child of the router would: `<Link … {...props}>{label}</Link>`. */
export type RenderPageLink = (page: number, label: ReactNode, props: PageLinkProps) => ReactNode;

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
  function link(target: number, label: string, rel: 'prev' | 'next') {
    const disabled = target < 1 || target > pages;
    // A link to the page one is on would count as the current one; a disabled link leads nowhere anyway.
    return renderLink(disabled ? page + 1 : target, label, { rel, disabled, tabIndex: disabled ? -1 : 0 });
  }
  return (
    <nav className={classes['pager']} aria-label="Pages">
      {link(page - 1, 'Previous', 'prev')}
      <span className={classes['place']}>
        Page {formatCount(page)} of {formatCount(pages)}
      </span>
      {link(page + 1, 'Next', 'next')}
    </nav>
  );
}
