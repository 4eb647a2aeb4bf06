import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportFormat } from '#contract/shortcuts.ts';
import { useStudio } from '#shared/api/studio.ts';
import { toLocalDate } from '#shared/format/date-time.ts';
import { gatewayTime } from '#shared/format/gateway-clock.ts';
import { plural } from '#shared/format/number.ts';
import { Dialog } from '#shared/ui/dialog.tsx';
import { shortcutQueries } from '../../shortcuts/shortcut-queries.ts';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { toCustomersSearch } from '../../search.ts';
import { describeSearch } from '../describe-list.ts';
import { useSelection } from '../selection.ts';
import { COLUMNS, COLUMN_WORDS, type Column } from './export-text.ts';
import { CONSENT_WORDS } from '../list-words.ts';
import { runExport } from './run-export.ts';

const COLUMNS_BESIDE = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(9rem, 1fr))',
  gap: '0.5rem',
  marginBlock: '0.5rem',
};

interface ExportDialogProps {
  query: DirectoryQuery;
  /** How many it finds. */
  total: number;
  onClose: () => void;
}

const USUAL: readonly Column[] = ['firstname', 'lastname', 'email', 'mobile', 'status'];

/** Which customers, which columns, and as a file or for a spreadsheet. */
export function ExportDialog({ query, total, onClose }: ExportDialogProps) {
  const selected = useSelection();
  const { timeZone } = useStudio();
  const [who, setWho] = useState(selected.size > 0 ? 'selected' : 'found');
  const [columns, setColumns] = useState<readonly Column[]>(USUAL);
  const { data: news } = useQuery(shortcutQueries.news);
  const words = describeSearch(toCustomersSearch(query)) || 'all active customers';

  function run(format: ExportFormat) {
    const firstSeen = new Map(
      news?.firstSeen.map(({ customerId, at }) => [customerId, toLocalDate(Date.parse(at), timeZone)]),
    );
    const isSelection = who === 'selected';
    const chosen = {
      what: isSelection ? [...selected] : query,
      filter: isSelection ? 'Selected one by one' : words,
      columns: COLUMNS.filter((column) => columns.includes(column)),
    };
    void runExport({ format, firstSeen, today: toLocalDate(gatewayTime(), timeZone), ...chosen });
  }

  return (
    <Dialog
      title="Export customers"
      onClose={onClose}
      hasCross
      actions={(close) => (
        <>
          <Button
            disabled={columns.length === 0}
            onClick={() => {
              run('csv');
              close();
            }}
          >
            Download CSV
          </Button>
          <Button
            variant="default"
            disabled={columns.length === 0}
            onClick={() => {
              run('table');
              close();
            }}
          >
            Copy as table
          </Button>
          <Button
            variant="default"
            title="Jane Smith <jane@example.com>"
            onClick={() => {
              run('addresses');
              close();
            }}
          >
            Copy names and e-mails
          </Button>
        </>
      )}
    >
      <Stack gap="sm">
        <Radio.Group label="Customers" value={who} onChange={setWho}>
          <Stack gap={6} mt={6}>
            <Radio
              value="selected"
              disabled={selected.size === 0}
              label={`${plural(selected.size, 'customer')} selected`}
            />
            <Radio value="found" label={`All ${plural(total, 'customer')} found: ${words}`} />
          </Stack>
        </Radio.Group>
        <Checkbox.Group
          label="Columns"
          value={[...columns]}
          onChange={(values) => setColumns(COLUMNS.filter((column) => values.includes(column)))}
        >
          <div style={COLUMNS_BESIDE}>
            {COLUMNS.map((column) => (
              <Checkbox key={column} value={column} label={COLUMN_WORDS[column]} />
            ))}
          </div>
        </Checkbox.Group>
        <p>{CONSENT_WORDS} Exports are recorded in the history with their filter and number.</p>
      </Stack>
    </Dialog>
  );
}
