import '@mantine/core/styles/Progress.layer.css';
import { Progress } from '@mantine/core';
import type { PassPurchase } from '#contract/pass.ts';
import { describeCredits } from '#shared/passes/pass-state.ts';

/** "3 of 10 credits left" over a bar that only repeats it. */
export function CreditsLeft({ pass, isOver }: { pass: PassPurchase; isOver: boolean }) {
  const { words, detail } = describeCredits(pass);
  if (detail) return <span title={detail}>{words}</span>;
  const share = pass.credits_total > 0 ? Math.min(1, Math.max(0, pass.credits_remaining / pass.credits_total)) : 0;
  return (
    <>
      {words}
      <Progress value={share * 100} size={4} mt={4} color={isOver ? 'gray.4' : 'pine'} aria-hidden="true" />
    </>
  );
}
