import { useEffect, useRef } from 'react';
import { Button } from '@mantine/core';
import classes from './shortcut-list.module.css';

const SHORTCUTS = [
  ['/', 'Search customers'],
  ['↓ ↑', 'Move through the list'],
  ['Enter', 'Open the customer'],
  ['Esc', 'Clear the search'],
  ['?', 'Show this list'],
] as const;

/** A native dialog: it traps the focus, closes on Esc and gives the focus back. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={classes['dialog']} aria-labelledby="shortcut-title" onClose={onClose}>
      <h2 id="shortcut-title" className={classes['title']}>
        Keyboard shortcuts
      </h2>
      <dl className={classes['list']}>
        {SHORTCUTS.map(([keys, meaning]) => (
          <div key={keys} className={classes['row']}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" onClick={() => dialog.current?.close()}>
        Close
      </Button>
    </dialog>
  );
}
