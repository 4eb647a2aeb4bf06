import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useRef, useState } from 'react';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { shortcutQueries } from '../shortcuts/shortcut-queries.ts';
import type { DirectoryQuery } from '../directory/directory-protocol.ts';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { lazyPart } from '#shared/ui/lazy-part.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import { useSelection } from './selection.ts';

const ExportDialog = lazyPart(async () => (await import('./export/export-dialog.tsx')).ExportDialog);
const SelectionBar = lazyPart(async () => (await import('./export/selection-bar.tsx')).SelectionBar);
const Printout = lazyExtra(async () => (await import('./print/printout.tsx')).Printout);

/** What can be done with those who are found or ticked: export, copy, print. All of it is fetched once it is needed. */
export function ListTools({ query, total }: { query: DirectoryQuery; total: number }) {
  const { role } = useSession();
  const selected = useSelection();
  const [isExporting, setExporting] = useState(false);
  const printer = useRef<() => void>(undefined);
  const { data: shortcuts } = useQuery(shortcutQueries.all);
  const canExport = shortcuts?.canExport ?? isAllowed(role, 'desk');
  const isFirstScreenOver = useAfterFirstScreen();
  return (
    <>
      {canExport && (
        <Button
          variant="default"
          size="xs"
          disabled={total === 0}
          onPointerEnter={ExportDialog.preload}
          onFocus={ExportDialog.preload}
          onClick={() => setExporting(true)}
        >
          Export…
        </Button>
      )}
      <Suspense>
        {isExporting && <ExportDialog query={query} total={total} onClose={() => setExporting(false)} />}
      </Suspense>
      <Suspense>
        {selected.size > 0 && (
          <SelectionBar canExport={canExport} onExport={() => setExporting(true)} onPrint={() => printer.current?.()} />
        )}
      </Suspense>
      <Suspense>
        {isFirstScreenOver && <Printout query={query} total={total} onPrinter={(print) => (printer.current = print)} />}
      </Suspense>
    </>
  );
}
