import '@mantine/core/styles/Anchor.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Progress.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Anchor, Group, Progress, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CustomerRef } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { HttpError } from '#shared/api/errors.ts';
import { useStudio } from '#shared/api/studio.ts';
import { bookedPeople, classBookings, upcomingBookings } from '#shared/bookings/class-bookings.ts';
import { toLocalDateTime } from '#shared/format/date-time.ts';
import { personName } from '#contract/person-name.ts';
import { nextClassWords, summariseCredits, summariseSubscriptions } from './summary-rules.ts';
import classes from './summary.module.css';
import type { CustomerRecords, Known } from './use-customer-records.ts';

interface SummaryFactsProps {
  customerId: CustomerId;
  records: CustomerRecords;
  /** ms since 1970. */
  now: number;
}

/** Next class, credits, subscription and whom they book for. Every fact keeps its place while it is on its way. */
export function SummaryFacts({ customerId, records, now }: SummaryFactsProps) {
  const { timeZone } = useStudio();
  const { purchases, passes, subscriptions, isPartial } = records;
  return (
    <>
      <dl className={classes['facts']}>
        <Fact term="Next class" known={purchases}>
          {(value) => {
            const [next] = upcomingBookings(classBookings(value), now);
            if (!next) return <Quiet>Nothing booked</Quiet>;
            const { words, detail } = nextClassWords(next, { now, timeZone, customerId });
            return (
              <>
                <Text span inherit fw={600} data-plain-links>
                  <Link
                    to="/customers/$customerId/bookings/$transactionId"
                    params={{ customerId, transactionId: next.transactionId }}
                  >
                    {words}
                  </Link>
                </Text>
                {detail && <Quiet>{detail}</Quiet>}
              </>
            );
          }}
        </Fact>
        <Fact term="Credits" known={passes}>
          {(value) => {
            const { words, detail, percent } = summariseCredits(value, toLocalDateTime(now, timeZone));
            return (
              <>
                <Group justify="space-between" align="baseline" gap="0 0.75rem">
                  <Text span fw={percent === undefined ? undefined : 650}>
                    {words}
                  </Text>
                  {detail && <Quiet>{detail}</Quiet>}
                </Group>
                {percent !== undefined && <Progress value={percent} aria-hidden="true" />}
              </>
            );
          }}
        </Fact>
        <Fact term="Subscription" known={subscriptions}>
          {(value) => {
            const summary = summariseSubscriptions(value, now, timeZone);
            if (!summary) return <Quiet>None</Quiet>;
            return (
              <>
                <span>{summary.words}</span>
                {summary.detail && <Quiet>{summary.detail}</Quiet>}
              </>
            );
          }}
        </Fact>
        <Fact term="Books for" known={purchases}>
          {(value) => {
            const { booksFor, bookedBy } = bookedPeople(classBookings(value), customerId);
            return (
              <>
                {booksFor.length === 0 ? <Quiet>No one else</Quiet> : <People people={booksFor} />}
                {bookedBy.length > 0 && (
                  <Quiet>
                    Booked by <People people={bookedBy} />
                  </Quiet>
                )}
              </>
            );
          }}
        </Fact>
      </dl>
      {isPartial && <Quiet>Counted over the first page of each tab.</Quiet>}
    </>
  );
}

interface FactProps<Value> {
  term: string;
  known: Known<Value>;
  children: (value: Value) => ReactNode;
}

function Fact<Value>({ term, known: { value, error, isLoading, retry }, children }: FactProps<Value>) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {value !== undefined ? (
          children(value)
        ) : error ? (
          <Quiet>
            {whyUnknown(error)}{' '}
            <Anchor
              component="button"
              type="button"
              size="sm"
              underline="always"
              aria-label={`Read ${term.toLowerCase()} again`}
              onClick={retry}
            >
              Try again
            </Anchor>
          </Quiet>
        ) : (
          isLoading && <Skeleton height={14} width="75%" mt={4} />
        )}
      </dd>
    </div>
  );
}

/** In the room of a line: the tab says more. */
function whyUnknown(error: Error): string {
  if (error instanceof HttpError && error.body.code === 'missing_scope') {
    return `Not visible here: ${error.body.scope ?? 'a permission'} is missing.`;
  }
  return `${describeError(error).title}.`;
}

const MOST_PEOPLE = 5;

function People({ people }: { people: readonly CustomerRef[] }) {
  const more = people.length - MOST_PEOPLE;
  return (
    <Group component="span" gap="0.125rem 0.75rem">
      {people.slice(0, MOST_PEOPLE).map((person) => (
        <Anchor
          key={person.id}
          inherit
          renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId: person.id }} />}
        >
          <bdi>{personName(person)}</bdi>
        </Anchor>
      ))}
      {more > 0 && <span>and {more} more</span>}
    </Group>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text component="div" size="sm" c="dimmed">
      {children}
    </Text>
  );
}
