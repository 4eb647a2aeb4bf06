import { Box, Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { type LinkOptions, Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useStudio } from '#shared/api/studio.ts';
import { describeClockError, gatewayClockOffset, watchGatewayClock } from '#shared/format/gateway-clock.ts';
import { formatCount } from '#shared/format/number.ts';
import { type IconName, Icon } from '#shared/ui/icon.tsx';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { lazyDialog } from '#shared/ui/lazy-part.tsx';
import { useHasNotifications } from '#shared/ui/notify.ts';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { keepFocus } from './keep-focus.ts';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const ShortcutList = lazyDialog('Keyboard shortcuts', async () => (await import('./shortcut-list.tsx')).ShortcutList);
const ClockNotice = lazyExtra(async () => (await import('./standing-notices.tsx')).ClockNotice);
const NotificationArea = lazyExtra(async () => (await import('./notification-area.tsx')).NotificationArea);
const ReservieBanner = lazyExtra(async () => (await import('./standing-notices.tsx')).ReservieBanner);

/** Slow answers need no words: staff feel them. */
const BANNER_STATES = new Set<string>(['limited', 'refused', 'down']);

export interface Destination {
  label: string;
  icon: IconName;
  link: LinkOptions;
  /** How many there are, once known. */
  count?: number | undefined;
}

interface ShellProps {
  destinations: readonly Destination[];
  /** Opens the search that finds customers, views and screens; also asked for by Ctrl-K and by `/`. */
  onSearch: () => void;
  onSignOut: () => void;
  /** Below the destinations, where the rail has words: saved views and recent customers. */
  railSections?: ReactNode;
  children: ReactNode;
}

/** What surrounds every page: the top bar, the rail with the screens, whether the data is real, and the page itself. */
export function Shell({ destinations, onSearch, onSignOut, railSections, children }: ShellProps) {
  const studio = useStudio();
  const { state, missingScopes } = studio.reservie;
  const clockError = describeClockError(useSyncExternalStore(watchGatewayClock, gatewayClockOffset));
  const hasNotifications = useHasNotifications();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts({ onHelp: () => setHelpOpen(true), onSearch });
  useEffect(keepFocus, []);
  return (
    <div className={classes['shell']}>
      <Button component="a" href="#main" className={classes['skip'] ?? ''}>
        Skip to content
      </Button>
      <TopBar
        isDemo={studio.mode === 'demo'}
        onSearch={onSearch}
        onHelp={() => setHelpOpen(true)}
        onSignOut={onSignOut}
      />
      <nav className={classes['rail']} aria-label="Main">
        <ul className={classes['destinations']}>
          {destinations.map((destination) => (
            <li key={destination.label}>
              <RailLink {...destination} />
            </li>
          ))}
        </ul>
        {railSections && (
          <Box mt="1.25rem" className={classes['sections'] ?? ''}>
            {railSections}
          </Box>
        )}
      </nav>
      <main id="main" className={classes['main']} tabIndex={-1}>
        {(BANNER_STATES.has(state) || missingScopes.length > 0) && (
          <Suspense>
            <ReservieBanner health={studio.reservie} timeZone={studio.timeZone} />
          </Suspense>
        )}
        {clockError !== undefined && (
          <Suspense>
            <ClockNotice error={clockError} />
          </Suspense>
        )}
        {children}
      </main>
      {hasNotifications && (
        <Suspense>
          <NotificationArea />
        </Suspense>
      )}
      {isHelpOpen && (
        <Suspense>
          <ShortcutList onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

function RailLink({ label, icon, link, count }: Destination) {
  return (
    <Link {...link} title={label} className={classes['destination']} activeOptions={{ includeSearch: false }}>
      <Icon name={icon} size={20} />
      <span className={classes['label']}>{label}</span>
      {count !== undefined && (
        <Text span size="sm" fw={500} ms="auto">
          <VisuallyHidden>, </VisuallyHidden>
          {formatCount(count)}
        </Text>
      )}
    </Link>
  );
}

export function PageNotFound() {
  return (
    <Stack align="flex-start" gap="xs">
      <PageTitle>There is no such page</PageTitle>
      <p>The address may be mistyped or cut off.</p>
      <Button renderRoot={(props) => <Link to="/customers" {...props} />}>Go to the customers</Button>
    </Stack>
  );
}
