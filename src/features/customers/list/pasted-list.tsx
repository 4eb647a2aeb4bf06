import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Button.layer.css';
import '@mantine/core/styles/Group.layer.css';
import { Badge, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { plural } from '#shared/format/number.ts';
import { personName } from '#contract/person-name.ts';
import { type Column, DataTable } from '#shared/table/data-table.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { directory } from '../directory/directory.ts';
import type { LookedUpLine, LookedUpList } from '../matching/look-up-list.ts';
import { REASON_WORDS } from './list-words.ts';
import { selection } from './selection.ts';

const OUTCOMES = {
  found: { color: 'good', word: 'Found' },
  several: { color: 'warn', word: 'Several' },
  none: { color: 'gray', word: 'None' },
} as const;

/** What a pasted list of names, addresses or numbers finds, line by line; who is found can be ticked at once. */
export function PastedList({ text, onClose }: { text: string; onClose: () => void }) {
  const [answer, setAnswer] = useState<LookedUpList>();
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    directory.lookUp(text).then(
      (list) => isCurrent && setAnswer(list),
      (failure: unknown) => isCurrent && setError(failure),
    );
    return () => {
      isCurrent = false;
    };
  }, [text, attempt]);

  function retry() {
    setError(undefined);
    setAttempt((before) => before + 1);
  }

  const found = answer?.lines.filter(({ outcome }) => outcome === 'found') ?? [];
  const ids = found.flatMap(({ customers }) => customers.map(({ id }) => id));
  return (
    <section aria-label="Pasted list">
      <Group justify="space-between" mb="sm">
        <p role="status">{answer ? describe(answer) : error ? '' : 'Looking up the pasted list…'}</p>
        <Group gap="xs">
          <Button
            variant="default"
            disabled={ids.length === 0}
            onClick={() => {
              selection.set(ids, true);
              onClose();
            }}
          >
            Select those found
          </Button>
          <Button variant="default" onClick={onClose}>
            Back to the list
          </Button>
        </Group>
      </Group>
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      {answer && (
        <DataTable caption="Pasted list" columns={COLUMNS} rows={answer.lines} keyOf={(line) => line.number} />
      )}
    </section>
  );
}

function describe({ lines, left }: LookedUpList): string {
  const count = (outcome: LookedUpLine['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  const more = left > 0 ? `; ${plural(left, 'more line')} not looked up` : '';
  return `${plural(lines.length, 'line')} pasted: ${count('found')} found, ${count('several')} with several, ${count('none')} with none${more}`;
}

const COLUMNS: Column<LookedUpLine>[] = [
  { name: 'Pasted', cell: ({ text }) => <bdi>{text}</bdi>, isName: true },
  { name: 'Result', cell: (line) => <Outcome line={line} /> },
  { name: 'Customer', cell: (line) => <Matches line={line} /> },
];

function Outcome({ line: { outcome } }: { line: LookedUpLine }) {
  return <Badge color={OUTCOMES[outcome].color}>{OUTCOMES[outcome].word}</Badge>;
}

function Matches({ line: { customers, total, reason } }: { line: LookedUpLine }) {
  const why = reason && REASON_WORDS[reason];
  return (
    <>
      {customers.map((customer, at) => (
        <span key={customer.id}>
          {at > 0 && ', '}
          <Link to="/customers/$customerId" params={{ customerId: customer.id }} preload={false}>
            <bdi>{personName(customer) || customer.id}</bdi>
          </Link>
        </span>
      ))}
      {total > customers.length && ` and ${total - customers.length} more`}
      {why && ` (${why})`}
    </>
  );
}
