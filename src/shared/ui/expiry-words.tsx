import type { Expiry } from '#shared/format/expiry.ts';
import classes from './expiry-words.module.css';
import { Tag } from './tag.tsx';

export function ExpiryWords({ expiry: { words, detail, isUrgent } }: { expiry: Expiry }) {
  return (
    <>
      {isUrgent ? <Tag tone="warn">{words}</Tag> : words}
      {detail && <div className={classes['detail']}>{detail}</div>}
    </>
  );
}
