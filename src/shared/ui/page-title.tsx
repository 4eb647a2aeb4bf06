import { type ReactNode, useEffect } from 'react';
import classes from './page-title.module.css';

/** The page's one h1. `tab` names the browser's tab; plain text does so by itself. */
export function PageTitle({ children, tab }: { children: ReactNode; tab?: string }) {
  const name = tab ?? (typeof children === 'string' ? children : 'Studio Desk');
  useEffect(() => {
    document.title = `${name} – Studio Desk`;
  }, [name]);
  return <h1 className={classes['title']}>{children}</h1>;
}
