import type { ReactNode } from 'react';
import classes from './purchase-panel.module.css';

/** A purchase, or why there is none, below the way back to the list. */
export function PurchaseFrame({ backLink, children }: { backLink: ReactNode; children: ReactNode }) {
  return (
    <div className={classes['purchase']}>
      <p className={classes['back']}>{backLink}</p>
      {children}
    </div>
  );
}
