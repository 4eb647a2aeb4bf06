import '@mantine/core/styles/Group.layer.css';
import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedView } from '#contract/shortcuts.ts';
import { isAllowed } from '#contract/role.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { useSession } from '#shared/api/session.ts';
import { notify } from '#shared/ui/notify.ts';
import type { CustomersSearch } from '../search.ts';
import { changeView, shortcutQueries, removeView } from './shortcut-queries.ts';
import { ViewDialog } from './view-dialog.tsx';
import { fromViewSearch, isModified, toViewSearch } from './view-rules.ts';

interface ViewBarProps {
  search: CustomersSearch;
  onOpen: (search: CustomersSearch) => void;
}

/** Which view this is, whether it was modified, and how to keep that. */
export function ViewBar({ search, onOpen }: ViewBarProps) {
  const queryClient = useQueryClient();
  const { role } = useSession();
  const { data: shortcuts } = useQuery(shortcutQueries.all);
  const [dialog, setDialog] = useState<'new' | 'rename'>();
  const view = shortcuts?.views.find(({ id }) => id === search.view);
  const canChange = view && (view.isOwn || (view.isShared && role === 'manager'));
  const modified = view !== undefined && isModified(search, view.search);

  function remove({ id, name }: SavedView) {
    onOpen({ ...search, view: undefined });
    run(removeView(queryClient, id), `The view “${name}” was removed.`);
  }

  return (
    <Group gap="0.25rem 0.5rem" mih={28} role="group" aria-label="View" data-no-print>
      {view && (
        <Text span size="sm" c="dimmed">
          View{' '}
          <Text span inherit c="var(--desk-text)" fw={600}>
            {view.name}
          </Text>
          {modified && ', modified'}
          {view.isShared && !view.isOwn && ` (shared by ${view.by})`}
        </Text>
      )}
      {view && modified && canChange && (
        <ViewButton
          label="Save"
          onClick={() =>
            run(
              changeView(queryClient, view.id, { search: toViewSearch(search) }),
              `The view “${view.name}” was saved.`,
            )
          }
        />
      )}
      {view && modified && (
        <ViewButton label="Back to the view" onClick={() => onOpen(fromViewSearch(view.search, view.id))} />
      )}
      {(!view || modified) && <ViewButton label="Save as view…" onClick={() => setDialog('new')} />}
      {view && !modified && canChange && <ViewButton label="Rename or share…" onClick={() => setDialog('rename')} />}
      {view && !modified && canChange && <ViewButton label="Remove the view" onClick={() => remove(view)} />}
      {dialog && (
        <ViewDialog
          view={dialog === 'rename' ? view : undefined}
          search={toViewSearch(search)}
          canShare={isAllowed(role, 'desk')}
          onSaved={(id) => onOpen({ ...search, view: id })}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Group>
  );
}

/** Says how it went. */
function run(deed: Promise<void>, message: string) {
  deed.then(
    () => notify({ message, color: 'good' }),
    (error: unknown) => notify({ message: describeError(error).title, color: 'bad' }),
  );
}

function ViewButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="subtle" onClick={onClick}>
      {label}
    </Button>
  );
}
