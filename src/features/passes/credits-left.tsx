import type { PassPurchase } from '#contract/pass.ts';
import classes from './credits-left.module.css';
import { describeCredits } from '#shared/passes/pass-state.ts';

/** "3 of 10 credits left" over a bar that only repeats it. */
export function CreditsLeft({ pass, isOver }: { pass: PassPurchase; isOver: boolean }) {
  const { words, detail } = describeCredits(pass);
  if (detail) return <span title={detail}>{words}</span>;
  const share = pass.credits_total > 0 ? Math.min(1, Math.max(0, pass.credits_remaining / pass.credits_total)) : 0;
  return (
    <div className={classes['credits']}>
      {words}
      <svg className={classes['bar']} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes['whole']} width="100" height="4" />
        <rect className={isOver ? classes['lost'] : classes['left']} width={share * 100} height="4" />
      </svg>
    </div>
  );
}
