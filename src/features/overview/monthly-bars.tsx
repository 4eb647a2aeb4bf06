import '@mantine/core/styles/Group.layer.css';
import { Group } from '@mantine/core';
import { formatMonth, formatMonthShort } from '#shared/format/date-time.ts';

interface MonthlyBarsProps {
  /** "Bookings", "Paid in GBP". */
  label: string;
  /** Over the twelve months. */
  total: string;
  /** `2026-03`, the oldest first. */
  months: readonly string[];
  values: readonly number[];
  /** Stands on top of each bar, apart: what was cancelled. */
  apart?: readonly number[];
  format: (value: number) => string;
}

const HEIGHT = 64;
const STEP = 24;
const BAR = 16;

/** Twelve bars; the table below the charts says the same in numbers. */
export function MonthlyBars({ label, total, months, values, apart, format }: MonthlyBarsProps) {
  const sums = values.map((value, index) => value + (apart?.[index] ?? 0));
  const most = Math.max(...sums, 1);
  const top = sums.indexOf(Math.max(...sums));
  const scale = (value: number) => (value / most) * HEIGHT;
  const peak = months[top];
  return (
    <figure style={{ flex: '1 1 15rem', maxWidth: '24rem', margin: 0 }}>
      <Group component="figcaption" justify="space-between" gap="0 0.75rem" mb={8} fz="sm">
        <span>{label}</span>
        <strong>{total}</strong>
      </Group>
      <svg
        width="100%"
        fill="var(--desk-accent)"
        viewBox={`0 0 ${STEP * months.length} ${HEIGHT + 16}`}
        role="img"
        aria-label={`${label} by month, ${total} in all${peak !== undefined && sums[top] ? `, most in ${longMonth(peak)}` : ''}`}
      >
        {months.map((month, index) => {
          const [value = 0, above = 0] = [values[index], apart?.[index]];
          const x = index * STEP + (STEP - BAR) / 2;
          return (
            <g key={month}>
              <title>{`${longMonth(month)}: ${format(value)}${above > 0 ? `, ${above} cancelled` : ''}`}</title>
              <rect fill="transparent" x={index * STEP} width={STEP} height={HEIGHT} />
              <rect x={x} y={HEIGHT - scale(value)} width={BAR} height={scale(value)} rx="2" />
              {above > 0 && (
                <rect
                  fill="var(--desk-border-strong)"
                  x={x}
                  y={HEIGHT - scale(value + above)}
                  width={BAR}
                  height={Math.max(scale(above) - 1, 1)}
                  rx="2"
                />
              )}
              <text
                fill="var(--desk-text-quiet)"
                fontSize={10}
                x={index * STEP + STEP / 2}
                y={HEIGHT + 12}
                textAnchor="middle"
              >
                {formatMonthShort(`${month}-01`).charAt(0)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** `2026-03` → "March 2026". */
export function longMonth(month: string): string {
  return formatMonth(`${month}-01`, true);
}
