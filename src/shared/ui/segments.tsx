import { type ReactNode, useId } from 'react';
import classes from './segments.module.css';

interface SegmentsProps<Value extends string> {
  'aria-label': string;
  value: Value;
  data: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
  className?: string | undefined;
}

/**
 * One of a few values, all in sight: radio buttons in a bar. Mantine's SegmentedControl measures itself after each change,
 * which lays out the whole table below it a second time (23 ms of 75 on a customer's bookings).
 */
export function Segments<Value extends string>({ value, data, onChange, className, ...props }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={props['aria-label']} className={[classes['segments'], className].join(' ')}>
      {data.map((segment) => (
        <label key={segment.value} className={classes['segment']}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
