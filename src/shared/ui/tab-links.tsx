import { type LinkOptions, Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { formatCount } from '#shared/format/number.ts';
import classes from './tab-links.module.css';

export interface TabLink {
  label: string;
  /** How many records there are, where that is known. */
  count?: number | undefined;
  link: LinkOptions;
}

/** So much of the tab before the current one shows that there is one, in pixels. */
const BEFORE_CURRENT = 48;

/** Tabs that are links: they open in a new tab, stand in the history, and scroll sideways where there is no room. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    if (!nav.current) return;
    // Where the tab stands is asked once the browser has laid the page out: here it would be one more part of a long task.
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
      // Sideways only: the page stays where it is.
      if (current) nav.current?.scrollTo({ left: current.offsetLeft - BEFORE_CURRENT });
    });
    observer.observe(nav.current);
    return () => observer.disconnect();
  }, [path]);
  return (
    <nav ref={nav} className={classes['tabs']} aria-label={label}>
      <ul className={classes['list']}>
        {tabs.map(({ label: name, count, link }) => (
          <li key={name}>
            <Link {...link} className={classes['tab']} activeOptions={{ includeSearch: false }} resetScroll={false}>
              {name}
              {count !== undefined && count > 0 && <span className={classes['count']}> {formatCount(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
