import { type LinkOptions, Link } from '@tanstack/react-router';
import classes from './customer-tabs.module.css';

export interface CustomerTab {
  label: string;
  link: LinkOptions;
}

/** Tabs that are links: they open in a new tab, stand in the history, and scroll sideways where there is no room. */
export function CustomerTabs({ tabs }: { tabs: readonly CustomerTab[] }) {
  return (
    <nav className={classes['tabs']} aria-label="Customer">
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
