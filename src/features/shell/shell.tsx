import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, lazy, useEffect, useState } from 'react';
import { useSession } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { ROLE_WORDS } from '#shared/format/role.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { VisuallyHidden } from '#shared/ui/visually-hidden.tsx';
import { ColorSchemeButton } from './color-scheme-button.tsx';
import { keepFocus } from './keep-focus.ts';
import classes from './shell.module.css';
import { useShortcuts } from './use-shortcuts.ts';

const ShortcutList = lazy(() => import('./shortcut-list.tsx').then((module) => ({ default: module.ShortcutList })));
const ReservieBanner = lazy(() =>
  import('./reservie-banner.tsx').then((module) => ({ default: module.ReservieBanner })),
);

/** Being slow is felt already. */
const BANNER_STATES = new Set<string>(['limited', 'refused', 'down']);

interface ShellProps {
  onSignOut: () => void;
  children: ReactNode;
}

/** What surrounds every page: where one can go, who is signed in, whether the data is real, and the page itself. */
export function Shell({ onSignOut, children }: ShellProps) {
  const studio = useStudio();
  const { staff } = useSession();
  const { state, missingScopes } = studio.reservie;
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts({ onHelp: () => setHelpOpen(true) });
  useEffect(keepFocus, []);
  return (
    <div className={classes['shell']}>
      <a href="#main" className={classes['skip']}>
        Skip to content
      </a>
      <nav className={classes['rail']} aria-label="Main">
        <Link to="/customers" className={classes['brand']} aria-label="Studio Desk, to the customers" tabIndex={-1}>
          <img src="/icon.svg" alt="" width={32} height={32} />
        </Link>
        <Link to="/customers" className={classes['destination']} activeOptions={{ includeSearch: false }}>
          <Icon name="people" size={20} />
          <span className={classes['label']}>Customers</span>
        </Link>
        <Link to="/settings" className={classes['destination']} activeOptions={{ includeSearch: false }}>
          <Icon name="settings" size={20} />
          <span className={classes['label']}>Settings</span>
        </Link>
        <span className={classes['spring']} />
        {staff && (
          <p className={classes['staff']} title={staff.email}>
            <VisuallyHidden>Signed in as </VisuallyHidden>
            <bdi className={classes['staffName']}>{staff.name}</bdi> {ROLE_WORDS[staff.role].name}
          </p>
        )}
        <button
          type="button"
          className={`${classes['tool']} ${classes['forKeyboards']}`}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={() => setHelpOpen(true)}
        >
          <Icon name="keyboard" />
        </button>
        <ColorSchemeButton />
        <button type="button" className={classes['tool']} aria-label="Sign out" title="Sign out" onClick={onSignOut}>
          <Icon name="signOut" />
        </button>
      </nav>
      {studio.mode === 'demo' ? (
        <aside className={classes['demo']} aria-label="About this data">
          <strong>Demo data.</strong> These people are made up; change what you like.
        </aside>
      ) : (
        <span />
      )}
      <main id="main" className={classes['main']} tabIndex={-1}>
        {(BANNER_STATES.has(state) || missingScopes.length > 0) && (
          <Suspense>
            <ReservieBanner health={studio.reservie} timeZone={studio.timeZone} />
          </Suspense>
        )}
        {children}
      </main>
      {isHelpOpen && (
        <Suspense>
          <ShortcutList onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
