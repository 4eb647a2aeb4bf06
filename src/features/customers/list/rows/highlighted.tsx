import { type ReactNode, memo } from 'react';
import type { Range } from '../../matching/highlight.ts';
import classes from './customer-row.module.css';

/** Text with the parts that were searched for marked. */
export const Highlighted = memo(function Highlighted({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const parts: ReactNode[] = [];
  let shown = 0;
  for (const [from, to] of ranges) {
    parts.push(
      text.slice(shown, from),
      <mark key={from} className={classes['mark']}>
        {text.slice(from, to)}
      </mark>,
    );
    shown = to;
  }
  return (
    <>
      {parts}
      {text.slice(shown)}
    </>
  );
});
