import '@mantine/core/styles/DataList.layer.css';
import { DataList } from '@mantine/core';
import type { ReactNode } from 'react';

interface Fact {
  name: string;
  /** A missing value is shown as a dash. */
  value: ReactNode;
}

/** Named values side by side, as many as fit; `isLong`: with room for an e-mail address. */
export function FactList({ facts, isLong = false }: { facts: readonly Fact[]; isLong?: boolean }) {
  return (
    <DataList
      orientation="vertical"
      display="grid"
      style={{
        gridTemplateColumns: `repeat(auto-fill, minmax(min(${isLong ? 16 : 9}rem, 100%), 1fr))`,
        gap: '0.75rem 1rem',
      }}
    >
      {facts.map(({ name, value }) => (
        <DataList.Item key={name}>
          <DataList.ItemLabel>{name}</DataList.ItemLabel>
          <DataList.ItemValue>{value ?? '—'}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
