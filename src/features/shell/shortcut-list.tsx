import '@mantine/core/styles/DataList.layer.css';
import '@mantine/core/styles/Kbd.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Button, DataList, Kbd, Text } from '@mantine/core';
import { useSingleKeys } from '#shared/keyboard/single-keys.ts';
import { Dialog } from '#shared/ui/dialog.tsx';

const SHORTCUTS = [
  ['Ctrl K', 'Find a customer or a screen'],
  ['/', 'Search the customer list'],
  ['↓ ↑', 'Move through the list'],
  ['Space', 'Select the customer'],
  ['Enter', 'Open the customer'],
  ['[ ]', 'Previous and next customer of the list'],
  ['C', 'Copy a summary of the customer'],
  ['Esc', 'Clear the search'],
  ['?', 'Show this list'],
] as const;

export function ShortcutList({ onClose }: { onClose: () => void }) {
  const areSingleKeysOn = useSingleKeys();
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={onClose}
      actions={(close) => (
        <Button variant="default" onClick={close}>
          Close
        </Button>
      )}
    >
      <DataList labelWidth={88}>
        {SHORTCUTS.map(([keys, meaning]) => (
          <DataList.Item key={keys}>
            <DataList.ItemLabel>
              <Kbd>{keys}</Kbd>
            </DataList.ItemLabel>
            <DataList.ItemValue>{meaning}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {!areSingleKeysOn && (
        <Text size="sm" c="dimmed" mt="md">
          Shortcuts of a single key are switched off in your settings.
        </Text>
      )}
    </Dialog>
  );
}
