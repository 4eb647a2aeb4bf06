import type { ReactNode } from 'react';
import classes from './visually-hidden.module.css';

interface VisuallyHiddenProps {
  component?: 'span' | 'caption';
  children: ReactNode;
}

/** Said by a screen reader, not shown. */
export function VisuallyHidden({ component: Tag = 'span', children }: VisuallyHiddenProps) {
  return <Tag className={classes['visuallyHidden']}>{children}</Tag>;
}
