import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedView } from '#contract/shortcuts.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { HttpError } from '#shared/api/errors.ts';
import { Dialog } from '#shared/ui/dialog.tsx';
import { changeView, saveView } from './shortcut-queries.ts';

interface ViewDialogProps {
  /** To rename or share; a new one without. */
  view: SavedView | undefined;
  search: string;
  canShare: boolean;
  onSaved: (viewId: string) => void;
  onClose: () => void;
}

export function ViewDialog({ view, search, canShare, onSaved, onClose }: ViewDialogProps) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function save(close: () => void) {
    if (isBusy) return;
    if (name.trim() === '') return setProblem('Enter a name');
    setBusy(true);
    try {
      if (view) await changeView(queryClient, view.id, { name: name.trim(), isShared });
      else onSaved((await saveView(queryClient, { name: name.trim(), search, isShared })).id);
      close();
    } catch (error) {
      setProblem((error instanceof HttpError && error.body.fields?.['name']) || describeError(error).title);
      setBusy(false);
    }
  }

  return (
    <Dialog title={view ? 'Rename or share the view' : 'Save as view'} onClose={onClose}>
      {(close) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save(close);
          }}
        >
          <Stack gap="sm" align="flex-start">
            <TextInput
              label="Name"
              w="100%"
              data-autofocus
              maxLength={60}
              value={name}
              error={problem}
              onChange={(event) => setName(event.target.value)}
            />
            <Checkbox
              label="Share with all staff"
              disabled={!canShare}
              description={canShare ? undefined : 'Your role may keep views, but not share them.'}
              checked={isShared}
              onChange={(event) => setShared(event.target.checked)}
            />
            <Button type="submit" loading={isBusy}>
              {view ? 'Save' : 'Save view'}
            </Button>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
