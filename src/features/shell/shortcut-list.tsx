import { Button } from '@mantine/core';
import { Dialog, closeDialog } from '#shared/ui/dialog.tsx';
import classes from './shortcut-list.module.css';

const SHORTCUTS = [
  ['/', 'Search customers'],
  ['↓ ↑', 'Move through the list'],
  ['Enter', 'Open the customer'],
  ['Esc', 'Clear the search'],
  ['?', 'Show this list'],
] as const;

export function ShortcutList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={onClose}
      actions={
        <Button variant="default" onClick={closeDialog}>
          Close
        </Button>
      }
    >
      <dl>
        {SHORTCUTS.map(([keys, meaning]) => (
          <div key={keys} className={classes['row']}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
