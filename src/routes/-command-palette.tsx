import { Suspense, useEffect, useState } from 'react';
import { TypeAhead } from '#shared/keyboard/type-ahead.tsx';
import { lazyDialog } from '#shared/ui/lazy-part.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';

const Find = lazyDialog('Find', async () => (await import('./-find-anything.tsx')).FindAnything);

/** Nothing on the page is in want of the network by then. */
const QUIET_MS = 6_000;

/** The search that finds anything; fetched ahead, so that it opens at once. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const isQuiet = useAfterFirstScreen(QUIET_MS);
  useEffect(() => {
    if (isQuiet) Find.preload();
    // Ctrl comes before K, and the pointer before the click.
    const press = ({ key }: KeyboardEvent) => (key === 'Control' || key === 'Meta') && Find.preload();
    const approach = ({ target }: Event) =>
      target instanceof Element && target.closest('[aria-keyshortcuts="Control+K"]') && Find.preload();
    document.addEventListener('keydown', press);
    document.addEventListener('pointerover', approach);
    document.addEventListener('focusin', approach);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('pointerover', approach);
      document.removeEventListener('focusin', approach);
    };
  }, [isQuiet]);
  return isOpen && <OpenPalette onClose={onClose} />;
}

function OpenPalette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [focusedBefore] = useState(() => document.activeElement);

  function leave() {
    onClose();
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
  }

  return (
    <Suspense fallback={<TypeAhead label="Find" onType={setTyped} onEscape={leave} />}>
      <Find typed={typed} onClose={onClose} onLeave={leave} />
    </Suspense>
  );
}
