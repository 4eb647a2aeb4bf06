import '@mantine/core/styles/Title.layer.css';
import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/** The page's one h1. `tab` names the browser's tab; plain text does so by itself. */
export function PageTitle({ children, tab }: { children: ReactNode; tab?: string }) {
  const name = tab ?? (typeof children === 'string' ? children : 'Studio Desk');
  useEffect(() => {
    document.title = `${name} – Studio Desk`;
  }, [name]);
  return <Title order={1}>{children}</Title>;
}
