import { Button } from '@mantine/core';
import { formatCount } from '#shared/format/number.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { chosenOptions } from '../directory/filters.ts';
import type { DirectoryAnswer, DirectoryQuery } from '../directory/directory-protocol.ts';
import { describeOption } from './describe-list.ts';

interface NoCustomersFoundProps {
  query: DirectoryQuery;
  answer: DirectoryAnswer;
  onSearchAll: () => void;
  onClearFilters: () => void;
  onClear: () => void;
}

/** Why the list is empty, and what to do about it. */
export function NoCustomersFound({ query, answer, onSearchAll, onClearFilters, onClear }: NoCustomersFoundProps) {
  const { q, status, filters = {} } = query;
  if (answer.everyone === 0) {
    return (
      <Notice title="This studio has no customers yet">
        They appear here once they sign up or are added in Reservie.
      </Notice>
    );
  }
  const others = answer.counts.all;
  const searchAll = others > 0 && (
    <Button variant="default" onClick={onSearchAll}>
      Search all, {status === 'active' ? 'archived' : 'active'} included ({formatCount(others)})
    </Button>
  );
  const clear = (words: string, onClick: () => void) => (
    <>
      {searchAll}
      <Button variant="default" onClick={onClick}>
        {words}
      </Button>
    </>
  );
  const none = `No ${others > 0 ? `${status} ` : ''}customers`;
  const chosen = chosenOptions(filters);
  if (chosen.length > 0) {
    return (
      <Notice
        title={`${none} ${q.trim() === '' ? 'fit' : `match “${q.trim()}” and fit`} these filters`}
        actions={clear('Clear the filters', onClearFilters)}
      >
        {chosen.map(describeOption).join(', ')}
      </Notice>
    );
  }
  if (q.trim() === '') {
    return (
      <Notice
        title={status === 'archived' ? 'No archived customers' : 'All customers are archived'}
        actions={searchAll}
      >
        {status === 'archived' ? 'Customers archived in Reservie appear here.' : 'The studio has no active customers.'}
      </Notice>
    );
  }
  return (
    <Notice title={`${none} match “${q.trim()}”`} actions={clear('Clear the search', onClear)}>
      {others > 0
        ? 'But others do.'
        : // A word joiner: no line ends within the word.
          'Try fewer letters, part of the e-\u2060mail address, or the last digits of the mobile.'}
    </Notice>
  );
}
