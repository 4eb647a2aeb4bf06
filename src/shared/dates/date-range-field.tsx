import '@mantine/core/styles/ActionIcon.layer.css';
import { ActionIcon, Box, TextInput } from '@mantine/core';
import { type KeyboardEvent, Suspense, useEffect, useRef, useState } from 'react';
import type { NamedRange } from '#contract/studio-settings.ts';
import type { LocalDate } from '#contract/time.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { lazyDialog } from '#shared/ui/lazy-part.tsx';
import { describeRange, isSameRange } from './describe-range.ts';
import type { DateRange } from './parse-date-range.ts';

/** What understands dates in words is fetched when the field is entered. */
const loadParser = () => import('./parse-date-range.ts');
const RangePicker = lazyDialog('Choose dates', async () => (await import('./range-picker.tsx')).RangePicker);

/** What is typed letter by letter passes through other dates on its way. */
const TYPING_PAUSE_MS = 600;

interface DateRangeFieldProps {
  label: string;
  value: DateRange;
  today: LocalDate;
  named: readonly NamedRange[];
  onChange: (range: DateRange) => void;
}

/** Days, typed in words or numbers or picked. What cannot be a date is said at the field, and changes nothing. */
export function DateRangeField({ label, value, today, named, onChange }: DateRangeFieldProps) {
  const shown = describeRange(value);
  const [draft, setDraft] = useState(shown);
  const [known, setKnown] = useState(shown);
  const [problem, setProblem] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [isTyping, setTyping] = useState(false);
  if (known !== shown) {
    setKnown(shown);
    // Half a date was read already: what is still typed stands behind it as it was written.
    if (!isTyping) {
      setDraft(shown);
      setProblem(undefined);
    }
  }

  async function commit(text: string, isWhole: boolean) {
    if (isWhole) setTyping(false);
    const parser = await loadParser().catch(() => undefined);
    if (!parser) return setProblem('Studio Desk does not answer, so the date could not be read. Try again.');
    const parsed = parser.parseDateRange(text, { today, named });
    if ('problem' in parsed) return setProblem(parsed.problem);
    setProblem(undefined);
    if (!isSameRange(parsed, value)) onChange(parsed);
    else if (isWhole) setDraft(shown);
  }

  // Mantine's useDebouncedCallback does the same, for 0.4 kB of the first load.
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  function type(text: string) {
    setDraft(text);
    setTyping(true);
    // Half a date is no mistake yet; what was wrong may be right now.
    setProblem(undefined);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => void commit(text, false), TYPING_PAUSE_MS);
  }

  function choose(range: DateRange) {
    clearTimeout(pause.current);
    setTyping(false);
    setProblem(undefined);
    setDraft(describeRange(range));
    onChange(range);
  }

  function onKeyDown({ key, nativeEvent }: KeyboardEvent) {
    if (nativeEvent.isComposing) return;
    if (key === 'Enter') {
      clearTimeout(pause.current);
      void commit(draft, true);
    }
    if (key === 'ArrowDown' && nativeEvent.altKey) setOpen(true);
  }

  return (
    <Box pos="relative" flex="1 1 15rem" maw="22rem">
      <TextInput
        aria-label={label}
        placeholder="All time"
        title="Type a date: 3 May, last week, 2026-05, from 1 June, May to July"
        value={draft}
        autoComplete="off"
        spellCheck={false}
        error={problem === undefined ? undefined : `${problem}${shown === '' ? '' : ` Still shown: ${shown}.`}`}
        errorProps={{ role: 'alert' }}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          clearTimeout(pause.current);
          if (draft !== shown) void commit(draft, true);
          setTyping(false);
        }}
        onFocus={() => void loadParser().catch(() => undefined)}
        onKeyDown={onKeyDown}
        leftSection={
          <ActionIcon
            aria-label={`Choose ${label.toLowerCase()}`}
            aria-expanded={isOpen}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
            onPointerEnter={RangePicker.preload}
          >
            <Icon name="calendar" />
          </ActionIcon>
        }
        rightSection={
          draft === '' ? undefined : (
            <ActionIcon aria-label={`Clear ${label.toLowerCase()}`} onClick={() => choose({})}>
              <Icon name="close" size={14} />
            </ActionIcon>
          )
        }
      />
      {isOpen && (
        <Suspense>
          <RangePicker
            label={label}
            value={value}
            today={today}
            named={named}
            onChoose={choose}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Box>
  );
}
