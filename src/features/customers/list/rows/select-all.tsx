import { useRef, useState } from 'react';
import { plural } from '#shared/format/number.ts';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import classes from './customer-table.module.css';
import { takeFound } from './take-found.ts';
import { selection, useSelection } from '../selection.ts';

/** Ticks all who are found, or takes all ticks away; half ticked while some are. */
export function SelectAll({ query, total }: { query: DirectoryQuery; total: number }) {
  const selected = useSelection();
  const key = JSON.stringify(query);
  // Which search all were ticked for; another one, or one tick taken away, makes it "some".
  const [all, setAll] = useState<{ key: string; size: number }>();
  const run = useRef(0);
  const isAll = selected.size > 0 && all?.key === key && selected.size >= all.size;

  async function change() {
    run.current += 1;
    const own = run.current;
    if (selected.size > 0) return selection.clear();
    const ids = [];
    for await (const customers of takeFound(query)) ids.push(...customers.map(({ id }) => id));
    if (own !== run.current) return;
    selection.set(ids, true);
    setAll({ key, size: ids.length });
  }

  const words = selected.size > 0 ? 'Clear the selection' : `Select all ${plural(total, 'customer')} found`;
  return (
    <label className={classes['selectAll']}>
      <input
        type="checkbox"
        className={classes['box']}
        aria-label={words}
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = selected.size > 0 && !isAll;
        }}
        onChange={() => void change().catch(() => undefined)}
      />
      <span className={classes['selectAllWords']} aria-hidden="true">
        {words}
      </span>
    </label>
  );
}
