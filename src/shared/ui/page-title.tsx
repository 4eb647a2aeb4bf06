import '@mantine/core/styles/Title.layer.css';
import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageTitleProps {
  children: ReactNode;
  tab?: string;
  fz?: 'h1' | 'xl';
}

/** The page's one h1. `tab` names the browser's tab; plain text does so by itself. */
export function PageTitle({ children, tab, fz = 'h1' }: PageTitleProps) {
  const name = tab ?? (typeof children === 'string' ? children : 'Studio Desk');
  useEffect(() => {
    document.title = `${name} – Studio Desk`;
  }, [name]);
  return (
    <Title order={1} fz={fz}>
      {children}
    </Title>
  );
}
