import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

/** A short state in words; the colour only repeats what the words say. */
export function Tag({ tone = 'neutral', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={tone === 'neutral' ? classes['tag'] : `${classes['tag']} ${classes[tone]}`} title={title}>
      {children}
    </span>
  );
}
