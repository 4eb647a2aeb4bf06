/** A small app as the documentation of TanStack Table and Virtual writes it. */
import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  useReactTable,
} from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Customer } from '#contract/customer.ts';

const ROW = 44;
const SORTS = { asc: 'ascending', desc: 'descending' } as const;
const COLUMNS: ColumnDef<Customer, string>[] = [
  {
    id: 'name',
    accessorFn: ({ firstname, lastname }) => `${firstname} ${lastname}`,
    cell: ({ row, getValue }) => <a href={`/customers/${row.original.id}`}>{getValue()}</a>,
  },
  { accessorKey: 'email' },
  { accessorKey: 'mobile' },
  { id: 'status', accessorFn: ({ archived }) => (archived ? 'Archived' : '') },
];

function List({ data, onOpen }: { data: Customer[]; onOpen: (name: string) => void }) {
  const [globalFilter, setGlobalFilter] = useState('');
  const table = useReactTable({
    data,
    columns: COLUMNS,
    state: { globalFilter },
    onGlobalFilterChange: setGlobalFilter,
    globalFilterFn: 'includesString',
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const { rows } = table.getRowModel();
  const body = useRef<HTMLTableSectionElement>(null);
  const virtualizer = useWindowVirtualizer({ count: rows.length, estimateSize: () => ROW, overscan: 8 });
  return (
    <main>
      <div role="search">
        <input
          aria-label="Search customers"
          value={globalFilter}
          onChange={({ target }) => setGlobalFilter(target.value)}
        />
      </div>
      <table aria-busy="false">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id, column }) => {
                const sorted = column.getIsSorted();
                return (
                  <th key={id} aria-sort={sorted ? SORTS[sorted] : undefined}>
                    <button type="button" onClick={column.getToggleSortingHandler()}>
                      {id}
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody ref={body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <tr
                  key={row.id}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={(event) => {
                    event.preventDefault();
                    onOpen(row.getValue('name'));
                  }}
                >
                  {row.getVisibleCells().map((cell) => (
                    <td key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</td>
                  ))}
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </main>
  );
}

function App() {
  const [data, setData] = useState<Customer[]>([]);
  const [open, setOpen] = useState<string>();
  useEffect(() => {
    async function load() {
      const answer = await fetch('/api/customers');
      const { data: everyone } = (await answer.json()) as { data: Customer[] };
      setData(everyone.filter(({ archived }) => !archived));
    }
    void load();
    window.addEventListener('popstate', () => setOpen(undefined));
  }, []);
  if (open !== undefined) return <h1>{open}</h1>;
  return (
    <List
      data={data}
      onOpen={(name) => {
        history.pushState({}, '', '#customer');
        setOpen(name);
      }}
    />
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<App />);
