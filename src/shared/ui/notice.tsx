import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  tone?: 'neutral' | 'warn' | 'bad';
  title: string;
  children?: ReactNode;
  reference?: string | undefined;
  actions?: ReactNode;
  role?: 'alert' | 'status';
  /** On one line, where there is room. */
  isBrief?: boolean;
}

/** A panel that explains a state: empty, failed, not found. Says why, and what to do. */
export function Notice({ tone = 'neutral', title, children, reference, actions, role, isBrief }: NoticeProps) {
  return (
    <div
      className={tone === 'neutral' ? classes['notice'] : `${classes['notice']} ${classes[tone]}`}
      role={role}
      data-brief={isBrief || undefined}
    >
      <p className={classes['title']}>{title}</p>
      {children && <div className={classes['detail']}>{children}</div>}
      {reference && <p className={classes['reference']}>Reference for support: {reference}</p>}
      <div className={classes['actions']}>{actions}</div>
    </div>
  );
}
