import '@mantine/core/styles/ActionBar.layer.css';
import '@mantine/core/styles/Affix.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Divider.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { ActionBar, Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { ExportFormat } from '#contract/shortcuts.ts';
import { useStudio } from '#shared/api/studio.ts';
import { toLocalDate } from '#shared/format/date-time.ts';
import { gatewayTime } from '#shared/format/gateway-clock.ts';
import { formatCount } from '#shared/format/number.ts';
import { selection, useSelection } from '../selection.ts';
import { CONSENT_WORDS } from '../list-words.ts';
import { runExport } from './run-export.ts';

interface SelectionBarProps {
  /** Whether the role may copy and export. */
  canExport: boolean;
  /** Opens the choice of columns. */
  onExport: () => void;
  onPrint: () => void;
}

/** What can be done with the ticked customers; it stays while the list is searched, sorted and scrolled. */
export function SelectionBar({ canExport, onExport, onPrint }: SelectionBarProps) {
  const selected = useSelection();
  const { timeZone } = useStudio();
  // There the rail stands at the bottom.
  const isPhone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  const run = (format: ExportFormat) =>
    void runExport({
      format,
      what: [...selected],
      filter: 'Selected one by one',
      columns: ['firstname', 'lastname', 'email', 'mobile', 'status'],
      firstSeen: new Map(),
      today: toLocalDate(gatewayTime(), timeZone),
    });
  return (
    <ActionBar
      opened
      withinPortal={false}
      onClose={() => selection.clear()}
      aria-label="Selection"
      position={{ bottom: isPhone ? 76 : 16, left: 0, right: 0 }}
      transitionProps={{ duration: 0 }}
      maw="calc(100vw - 1rem)"
      style={{ flexWrap: 'wrap', gap: '0 0.25rem' }}
      data-no-print
    >
      <Text role="status" px={isPhone ? 4 : 'xs'} fw={600} style={{ whiteSpace: 'nowrap' }}>
        {formatCount(selected.size)} selected
      </Text>
      {canExport && (
        <>
          <BarButton onClick={() => run('emails')}>Copy e-mails</BarButton>
          {!isPhone && (
            <>
              <BarButton title="Jane Smith <jane@example.com>" onClick={() => run('addresses')}>
                Copy names and e-mails
              </BarButton>
              <BarButton title="To paste into a spreadsheet" onClick={() => run('table')}>
                Copy as table
              </BarButton>
            </>
          )}
          <BarButton onClick={onExport}>{isPhone ? 'More…' : 'CSV…'}</BarButton>
        </>
      )}
      <BarButton onClick={onPrint}>Print</BarButton>
      <ActionBar.CloseButton aria-label="Clear the selection" size={24} iconSize={16} />
      {canExport && !isPhone && (
        <Text size="xs" c="dimmed" ta="center" w={0} miw="100%" p="0.125rem 0.5rem 0.25rem">
          {CONSENT_WORDS}
        </Text>
      )}
    </ActionBar>
  );
}

function BarButton({ children, title, onClick }: { children: ReactNode; title?: string; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="subtle" color="gray" title={title} onClick={onClick}>
      {children}
    </Button>
  );
}
