import { NativeSelect, TextInput } from '@mantine/core';
import { useTypedText } from '#shared/form/use-typed-text.ts';
import { Icon } from '#shared/ui/icon.tsx';
import type { TabSearch } from './tab-search.ts';

export interface RecordInputsProps {
  search: TabSearch;
  /** Names of the kinds by their ids; nothing to choose among fewer than two. */
  kinds: ReadonlyMap<string, string>;
  /** “Search notes”; nothing to search without it. */
  searchLabel?: string | undefined;
  /** “All questionnaires”. */
  kindLabel?: string | undefined;
  onFilter: (change: TabSearch) => void;
}

const TYPED = { toUrl: (text: string) => text.trim(), rest: 200 };

/** Words to look for and a kind, both in the address. */
export function RecordInputs({ search, kinds, searchLabel, kindLabel, onFilter }: RecordInputsProps) {
  const { text, setText } = useTypedText(search.q ?? '', (q) => onFilter({ q }), TYPED);

  return (
    <>
      {searchLabel !== undefined && (
        <TextInput
          type="search"
          size="xs"
          aria-label={searchLabel}
          placeholder={searchLabel}
          leftSection={<Icon name="search" size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {kinds.size > 1 && (
        <NativeSelect
          size="xs"
          aria-label={kindLabel}
          value={search.kind !== undefined && kinds.has(search.kind) ? search.kind : ''}
          data={[{ value: '', label: kindLabel ?? 'All' }, ...[...kinds].map(([value, label]) => ({ value, label }))]}
          onChange={(event) => onFilter({ kind: event.currentTarget.value })}
        />
      )}
    </>
  );
}
