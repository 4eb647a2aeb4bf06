import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
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

const REST_MS = 200;

/** What is typed reaches the address when typing rests; an address that changes by itself changes what stands here. */
export function RecordInputs({ search, kinds, searchLabel, kindLabel, onFilter }: RecordInputsProps) {
  const q = search.q ?? '';
  const [text, setText] = useState(q);
  const written = useRef(q);
  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    setText(q);
  }, [q]);
  const write = useEffectEvent(() => {
    if (text.trim() === written.current) return;
    written.current = text.trim();
    onFilter({ q: written.current });
  });
  useEffect(() => {
    const timer = setTimeout(write, REST_MS);
    return () => clearTimeout(timer);
  }, [text]);

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
