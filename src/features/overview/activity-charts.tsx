import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Table.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Group, Table, Text } from '@mantine/core';
import { formatCredits, formatMoney } from '#shared/format/money.ts';
import { formatCount } from '#shared/format/number.ts';
import { MonthlyBars, longMonth } from './monthly-bars.tsx';
import classes from './overview.module.css';
import type { MonthActivity } from './overview-rules.ts';

interface ActivityChartsProps {
  activity: readonly MonthActivity[];
  /** What is not in it: "passes and videos". */
  without: string;
}

/** Twelve months of bookings and of what was paid: each currency for itself, credits apart from money. */
export function ActivityCharts({ activity, without }: ActivityChartsProps) {
  const months = activity.map(({ month }) => month);
  const currencies = [...new Set(activity.flatMap(({ money }) => Object.keys(money)))].toSorted();
  const booked = activity.map((month) => month.booked);
  const cancelled = activity.map((month) => month.cancelled);
  const credits = activity.map((month) => month.credits);
  if (sum(booked) + sum(cancelled) + sum(credits) === 0 && currencies.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {without === '' ? 'Nothing booked or paid.' : `Nothing booked or paid, without ${without}.`}
      </Text>
    );
  }
  return (
    <>
      <Group align="flex-start" gap="1rem 1.5rem">
        <MonthlyBars
          label="Bookings"
          total={`${formatCount(sum(booked))}${sum(cancelled) > 0 ? ` and ${formatCount(sum(cancelled))} cancelled` : ''}`}
          months={months}
          values={booked}
          apart={cancelled}
          format={formatCount}
        />
        {currencies.map((currency) => {
          const values = activity.map(({ money }) => money[currency] ?? 0);
          const format = (value: number) => formatMoney(value, currency);
          const label = currencies.length > 1 ? `Paid in ${currency}` : 'Paid';
          return (
            <MonthlyBars
              key={currency}
              label={label}
              total={format(sum(values))}
              months={months}
              values={values}
              format={format}
            />
          );
        })}
        {sum(credits) > 0 && (
          <MonthlyBars
            label="Credits used"
            total={formatCredits(sum(credits))}
            months={months}
            values={credits}
            format={formatCredits}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {without === '' ? 'With passes, appointments and videos.' : `Without ${without}.`}
      </Text>
      <details className={classes['asTable']}>
        <Text component="summary" size="sm" c="var(--desk-accent)">
          As a table
        </Text>
        <div style={{ overflowX: 'auto' }}>
          <Table aria-label="Bookings and payments by month">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Month</Table.Th>
                <Table.Th ta="right">Booked</Table.Th>
                <Table.Th ta="right">Cancelled</Table.Th>
                {currencies.map((currency) => (
                  <Table.Th key={currency} ta="right">
                    Paid, {currency}
                  </Table.Th>
                ))}
                <Table.Th ta="right">Credits</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {activity.toReversed().map(({ month, money, ...counts }) => (
                <Table.Tr key={month}>
                  <Table.Th scope="row">{longMonth(month)}</Table.Th>
                  <Table.Td ta="right">{formatCount(counts.booked)}</Table.Td>
                  <Table.Td ta="right">{formatCount(counts.cancelled)}</Table.Td>
                  {currencies.map((currency) => (
                    <Table.Td key={currency} ta="right">
                      {formatMoney(money[currency] ?? 0, currency)}
                    </Table.Td>
                  ))}
                  <Table.Td ta="right">{formatCount(counts.credits)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </details>
    </>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
