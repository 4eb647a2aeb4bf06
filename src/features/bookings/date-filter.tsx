import { useDebouncedCallback } from '@mantine/hooks';
import { type ChangeEvent, useId, useState } from 'react';
import { ALL_TIME } from '#contract/booking.ts';
import type { LocalDate } from '#contract/time.ts';
import classes from './date-filter.module.css';

/** A date typed digit by digit passes through other dates; each would cost a request. */
const TYPING_PAUSE_MS = 500;

interface DateFilterProps {
  label: string;
  value: LocalDate | undefined;
  error?: string | undefined;
  onChange: (date: LocalDate | undefined) => void;
}

/** The browser's own date field, which tells a date only when it is finished. Plain, as Mantine's costs 4 kB. */
export function DateFilter({ label, value, error, onChange }: DateFilterProps) {
  const id = useId();
  const [draft, setDraft] = useState(value ?? '');
  const [known, setKnown] = useState(value);
  const commit = useDebouncedCallback(onChange, TYPING_PAUSE_MS);
  if (known !== value) {
    setKnown(value);
    setDraft(value ?? '');
  }

  function edit(event: ChangeEvent<HTMLInputElement>) {
    const { value: text, validity } = event.currentTarget;
    setDraft(text);
    commit.cancel();
    // Half a date has no value either, but is "bad input"; the year 2026 begins as the year 0002.
    if (text === '' ? !validity.badInput : text >= ALL_TIME) commit(text || undefined);
  }

  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={draft}
        min={ALL_TIME}
        max="9999-12-31"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={edit}
        onBlur={commit.flush}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className={classes['error']}>
          {error}
        </p>
      )}
    </div>
  );
}
