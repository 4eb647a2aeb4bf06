import '@mantine/core/styles/Avatar.layer.css';
import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Kbd.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import {
  ActionIcon,
  Avatar,
  Badge,
  Group,
  Kbd,
  Text,
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
    <header className={classes['bar']} data-no-print>
      <Group gap="0.625rem" wrap="nowrap" miw={0}>
        <Link to="/customers" className={classes['brand']} aria-label="Studio Desk, to the customers">
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className={classes['name']}>Studio Desk</span>
        </Link>
        {isDemo && (
          <Badge color="warn" title="The customers are made up; change what you like.">
            Demo data
          </Badge>
        )}
      </Group>
      <UnstyledButton className={classes['search'] ?? ''} onClick={onSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" size={17} />
        <Text span truncate flex={1} ta="start" data-unseen="phone">
          Find a customer or a screen…
        </Text>
        <Kbd aria-hidden="true" data-unseen="phone">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <Group gap={4} justify="flex-end" wrap="nowrap" miw={0}>
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
          <Group gap="0.625rem" wrap="nowrap" miw={0} mx={4} title={staff.email}>
            <VisuallyHidden>Signed in as </VisuallyHidden>
            <Avatar size={30} aria-hidden="true">
              {initialsOf(staff.name)}
            </Avatar>
            <Text size="sm" lh={1.25} data-unseen="phone">
              <Text component="bdi" display="block" inherit fw={600} truncate maw="12rem">
                {staff.name}
              </Text>
              <VisuallyHidden>, </VisuallyHidden>
              <Text span size="xs" lh={1.25} c="dimmed">
                {ROLE_WORDS[staff.role].name}
              </Text>
            </Text>
          </Group>
        )}
        <ActionIcon aria-label="Sign out" title="Sign out" onClick={onSignOut}>
          <Icon name="signOut" />
        </ActionIcon>
      </Group>
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
