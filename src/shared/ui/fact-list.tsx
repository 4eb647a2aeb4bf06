import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

interface Fact {
  name: string;
  /** Nothing is shown as a dash. */
  value: ReactNode;
}

/** Named values side by side, as many as fit. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className={classes['name']}>{name}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
