import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon } from '#shared/ui/icon.tsx';
import classes from './shell.module.css';

/** Follows the system until somebody chooses. */
export function ColorSchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = isDark ? 'Switch to light colours' : 'Switch to dark colours';
  return (
    <button
      type="button"
      className={classes['tool']}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <Icon name={isDark ? 'sun' : 'moon'} />
    </button>
  );
}
