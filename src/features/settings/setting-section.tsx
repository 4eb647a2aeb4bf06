import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './settings.module.css';

interface SettingSectionProps {
  title: string;
  /** What this is for, in a sentence or two. */
  words?: ReactNode;
  /** As wide as the page: tables. */
  isWide?: boolean;
  children: ReactNode;
}

/** A heading with its explanation, and beside it, where there is room, what can be set. */
export function SettingSection({ title, words, isWide = false, children }: SettingSectionProps) {
  const id = useId();
  return (
    <section className={isWide ? classes['wide'] : classes['section']} aria-labelledby={id}>
      <div className={classes['about']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {words && <p className={classes['words']}>{words}</p>}
      </div>
      {isWide ? children : <Paper className={classes['panel'] ?? ''}>{children}</Paper>}
    </section>
  );
}
