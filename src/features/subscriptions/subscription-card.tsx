import type { SubscriptionMandate } from '#contract/subscription.ts';
import type { Instant } from '#contract/time.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDate, toStudioTime } from '#shared/format/date-time.ts';
import { formatMoney } from '#shared/format/money.ts';
import { FactList } from '#shared/ui/fact-list.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import classes from './subscription-card.module.css';
import { describeGrace, describeState } from './subscription-state.ts';

export function SubscriptionCard({ subscription }: { subscription: SubscriptionMandate }) {
  const { timeZone } = useStudio();
  const { plan, state, created, grace, earliest_cancellation_date, renewal_date } = subscription;
  const { words, tone, meaning } = describeState(state);

  function formatInstant(instant: Instant | null): string | undefined {
    return instant === null ? undefined : formatDate(toStudioTime(instant, timeZone));
  }

  return (
    <>
      <h2 className={classes['title']}>
        {plan.name}
        <Tag tone={tone} title={state}>
          {words}
        </Tag>
      </h2>
      {meaning && <p className={classes['meaning']}>{meaning}</p>}
      <FactList
        facts={[
          { name: 'Price', value: formatMoney(plan.base100_price, plan.currency) },
          { name: 'Since', value: formatInstant(created) },
          { name: 'Renews on', value: formatInstant(renewal_date) },
          { name: 'Earliest cancellation', value: formatInstant(earliest_cancellation_date) },
          { name: 'Grace period', value: describeGrace(grace) },
        ]}
      />
    </>
  );
}
