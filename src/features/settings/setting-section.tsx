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

export function SettingSection({ title, words, isWide = false, children }: SettingSectionProps) {
  const id = useId();
  return (
    <section className={isWide ? classes['wide'] : classes['section']} aria-labelledby={id}>
      <h2 id={id} className={classes['title']}>
        {title}
      </h2>
      {words && <p className={classes['words']}>{words}</p>}
      {children}
    </section>
  );
}
