import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { isDialogOpen, isSingleKey } from '#shared/keyboard/single-keys.ts';

interface Shortcuts {
  onHelp: () => void;
  onSearch: () => void;
}

/** Keys that work on every page. `/` goes to the customer search, which takes the focus itself where it is shown. */
export function useShortcuts({ onHelp, onSearch }: Shortcuts): void {
  const navigate = useNavigate();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isSearchChord(event)) {
      event.preventDefault();
      if (!isDialogOpen()) onSearch();
    } else if (!isSingleKey(event)) return;
    else if (event.key === '?') onHelp();
    else if (event.key === '/') {
      event.preventDefault();
      const search = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (search) search.select();
      else void navigate({ to: '/customers' });
    }
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isSearchChord(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return false;
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
}
