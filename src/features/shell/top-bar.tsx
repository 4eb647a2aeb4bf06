import '@mantine/core/styles/Avatar.layer.css';
import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Kbd.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import {
  ActionIcon,
  Avatar,
  Badge,
  Kbd,
  UnstyledButton,
  VisuallyHidden,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ROLE_WORDS, useSession } from '#shared/api/session.ts';
import { initialsOf } from '#contract/person-name.ts';
import { Icon } from '#shared/ui/icon.tsx';
import classes from './top-bar.module.css';

interface TopBarProps {
  isDemo: boolean;
  onSearch: () => void;
  onHelp: () => void;
  onSignOut: () => void;
}

/** On every page: the way home, the search, who is signed in, help, colours, and the way out. */
export function TopBar({ isDemo, onSearch, onHelp, onSignOut }: TopBarProps) {
  const { staff } = useSession();
  return (
    <header className={classes['bar']}>
      <div className={classes['start']}>
        <Link to="/customers" className={classes['brand']} aria-label="Studio Desk, to the customers">
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className={classes['name']}>Studio Desk</span>
        </Link>
        {isDemo && (
          <Badge color="warn" title="The customers are made up; change what you like.">
            Demo data
          </Badge>
        )}
      </div>
      <UnstyledButton className={classes['search'] ?? ''} onClick={onSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" size={17} />
        <span className={classes['searchWords']} data-unseen="phone">
          Find a customer or a screen…
        </span>
        <Kbd className={classes['key'] ?? ''} aria-hidden="true">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <div className={classes['end']}>
        <ActionIcon
          className={classes['forKeyboards'] ?? ''}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={onHelp}
        >
          <Icon name="keyboard" />
        </ActionIcon>
        <ColorSchemeButton />
        {staff && (
          <div className={classes['staff']} title={staff.email}>
            <VisuallyHidden>Signed in as </VisuallyHidden>
            <Avatar size={30} aria-hidden="true">
              {initialsOf(staff.name)}
            </Avatar>
            <span className={classes['staffWords']} data-unseen="phone">
              <bdi className={classes['staffName']}>{staff.name}</bdi>
              <VisuallyHidden>, </VisuallyHidden>
              <span className={classes['role']}>{ROLE_WORDS[staff.role].name}</span>
            </span>
          </div>
        )}
        <ActionIcon aria-label="Sign out" title="Sign out" onClick={onSignOut}>
          <Icon name="signOut" />
        </ActionIcon>
      </div>
    </header>
  );
}

/** Follows the system until one of the two is chosen. */
function ColorSchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = isDark ? 'Switch to light colours' : 'Switch to dark colours';
  return (
    <ActionIcon aria-label={label} title={label} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
      <Icon name={isDark ? 'sun' : 'moon'} />
    </ActionIcon>
  );
}
