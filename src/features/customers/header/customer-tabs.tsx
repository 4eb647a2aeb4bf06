import { type LinkOptions, Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from './customer-tabs.module.css';

export interface CustomerTab {
  label: string;
  link: LinkOptions;
}

/** So much of the tab before the current one shows that there is one, in pixels. */
const BEFORE_CURRENT = 48;

/** Tabs that are links: they open in a new tab, stand in the history, and scroll sideways where there is no room. */
export function CustomerTabs({ tabs }: { tabs: readonly CustomerTab[] }) {
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    // Sideways only: the page stays where it is.
    if (current) nav.current?.scrollTo({ left: current.offsetLeft - BEFORE_CURRENT });
  }, [path]);
  return (
    <nav ref={nav} className={classes['tabs']} aria-label="Customer">
      <ul className={classes['list']}>
        {tabs.map(({ label, link }) => (
          <li key={label}>
            <Link {...link} className={classes['tab']} activeOptions={{ includeSearch: false }} resetScroll={false}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
