import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

interface Fact {
  name: string;
  /** Nothing is shown as a dash. */
  value: ReactNode;
}

/** Named values side by side, as many as fit; `isLong`: with room for an e-mail address. */
export function FactList({ facts, isLong = false }: { facts: readonly Fact[]; isLong?: boolean }) {
  return (
    <dl className={isLong ? `${classes['facts']} ${classes['long']}` : classes['facts']}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className={classes['name']}>{name}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
