import type { SubscriptionMandate } from '#contract/subscription.ts';
import type { Instant, LocalDate } from '#contract/time.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDate, toLocalDate, toStudioTime } from '#shared/format/date-time.ts';
import { formatMoney } from '#shared/format/money.ts';
import { FactList } from '#shared/ui/fact-list.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import classes from './subscription-card.module.css';
import { describeGrace, describeState, renewalLabel } from '#shared/subscriptions/subscription-state.ts';

export function SubscriptionCard({ subscription }: { subscription: SubscriptionMandate }) {
  const { timeZone } = useStudio();
  const { plan, state, created, grace, earliest_cancellation_date, renewal_date } = subscription;
  const { words, tone, meaning } = describeState(state);

  const today = toLocalDate(useNow(), timeZone);
  const renewal = dayOf(renewal_date, timeZone);
  const cancellation = dayOf(earliest_cancellation_date, timeZone);

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
          { name: 'Since', value: formatDate(toStudioTime(created, timeZone)) },
          { name: renewal ? renewalLabel(renewal, today) : 'Renews on', value: renewal && formatDate(renewal) },
          { name: 'Can be cancelled from', value: cancellation && formatDate(cancellation) },
          { name: 'Grace period', value: describeGrace(grace) },
        ]}
      />
    </>
  );
}

function dayOf(instant: Instant | null, timeZone: string): LocalDate | undefined {
  return instant === null ? undefined : toLocalDate(Date.parse(instant), timeZone);
}
