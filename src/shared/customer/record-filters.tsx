import { Button, Group, Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { formatCount } from '#shared/format/number.ts';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import type { RecordView } from './filter-records.ts';
import type { RecordInputsProps } from './record-inputs.tsx';

const RecordInputs = lazyExtra(() => import('./record-inputs.tsx').then((module) => module.RecordInputs));

interface RecordFiltersProps extends RecordInputsProps {
  /** Rows without any filter. */
  total: number;
  views: readonly (Pick<RecordView<never>, 'name' | 'label' | 'isRare'> & { count: number })[];
}

/** So many rows are found by looking. */
const SEARCHED_FROM = 6;
/** Inputs come once the rows are there: no first screen waits for them. */
const INPUTS_AFTER_MS = 300;

/** The views of a tab with how many rows each has, and behind them what is typed or chosen. */
export function RecordFilters({ search, views, onFilter, ...props }: RecordFiltersProps) {
  const hasInputs = useAfterFirstScreen(INPUTS_AFTER_MS) || search.q !== undefined || search.kind !== undefined;
  const current = views.find(({ name }) => name === search.show)?.name;
  const all = { name: undefined, label: 'All', count: undefined };
  const shown = views.filter(({ name, isRare, count }) => !isRare || count > 0 || name === current);
  const isSearched = props.searchLabel !== undefined && (props.total >= SEARCHED_FROM || search.q !== undefined);
  return (
    <Group gap="xs" role="group" aria-label="Filters" data-no-print>
      {[all, ...shown].map(({ name, label, count }) => (
        <Button
          key={label}
          size="compact-sm"
          radius="xl"
          variant={name === current ? 'light' : 'default'}
          aria-pressed={name === current}
          onClick={() => onFilter({ show: name })}
        >
          {label}
          {count !== undefined && ` ${formatCount(count)}`}
        </Button>
      ))}
      {(isSearched || props.kinds.size > 1) && (
        <Suspense fallback={<InputsToCome />}>
          {hasInputs ? (
            <RecordInputs
              search={search}
              searchLabel={isSearched ? props.searchLabel : undefined}
              kinds={props.kinds}
              kindLabel={props.kindLabel}
              onFilter={onFilter}
            />
          ) : (
            <InputsToCome />
          )}
        </Suspense>
      )}
    </Group>
  );
}

/** As large as what takes its place. */
function InputsToCome() {
  return <Skeleton width={190} height={30} radius="md" aria-hidden="true" />;
}
