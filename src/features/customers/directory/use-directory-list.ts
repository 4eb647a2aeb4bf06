import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { firstCustomersQuery } from '#shared/api/first-customers-query.ts';
import type { DirectoryAnswer, DirectoryQuery, DirectoryRow, RowWindow } from './directory-protocol.ts';
import { directory } from './directory.ts';
import { isFirstScreen, toFirstAnswer, withKnownLength } from './first-customers.ts';

/** More than a screen is asked for, so that scrolling rarely meets an empty row. */
const MARGIN = 40;
/** A tall screen of rows: each more is explained, sent and read at every key. */
const FIRST_WINDOW = 60;

export interface DirectoryList {
  answer: DirectoryAnswer;
  /** A row of the result; nothing while it is on its way. */
  rowAt: (index: number) => DirectoryRow | undefined;
  /** The answer belongs to what was typed before. */
  isOutdated: boolean;
}

interface Shown {
  key: string;
  answer: DirectoryAnswer;
  window: RowWindow;
}

// What was shown last, so that coming back finds the list as it was left, without a blank frame.
let remembered: Shown | undefined;

/** Rows for a query, and for the part of the result that is on screen: tell it with `show`. */
export function useDirectoryList(query: DirectoryQuery) {
  const key = JSON.stringify(query);
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<Shown | undefined>(() => (remembered?.key === key ? remembered : undefined));
  const [error, setError] = useState<unknown>();
  const latest = useRef(shown);

  const keep = useCallback((next: Shown) => {
    remembered = next;
    latest.current = next;
    setShown(next);
  }, []);

  useEffect(() => {
    let isCurrent = true;
    const window = latest.current?.key === key ? latest.current.window : undefined;
    const from = window?.from ?? 0;
    const to = window ? Math.max(from + window.rows.length, from + FIRST_WINDOW) : FIRST_WINDOW;
    async function ask() {
      try {
        const answer = await directory.query(JSON.parse(key) as DirectoryQuery, from, to);
        if (!isCurrent || !answer) return;
        setError(undefined);
        keep({ key, answer, window: answer });
      } catch (failure) {
        if (isCurrent) setError(failure);
      }
    }
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [key, version, attempt, keep]);

  const show = useCallback(
    (first: number, last: number) => {
      const current = latest.current;
      if (!current || holds(current, first, last)) return;
      async function ask({ answer }: Shown) {
        const window = await directory.rows(answer.resultId, Math.max(0, first - MARGIN), last + MARGIN);
        if (window && latest.current?.answer === answer) keep({ ...latest.current, window });
      }
      // The query itself tells of failures.
      ask(current).catch(() => undefined);
    },
    [keep],
  );

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const first = useFirstAnswer(query, shown?.answer);
  const answer = shown ? withKnownLength(shown.answer, first) : first;
  const window = shown?.window ?? first;
  const list: DirectoryList | undefined = answer &&
    window && {
      answer,
      rowAt: (index) => window.rows[index - window.from],
      isOutdated: shown !== undefined && shown.key !== key,
    };
  return { list, error, show, retry };
}

/** The first screen, where the query begins with it, until the list is here as a whole. */
function useFirstAnswer(query: DirectoryQuery, answer: DirectoryAnswer | undefined): DirectoryAnswer | undefined {
  const isNeeded = isFirstScreen(query) && (!answer || answer.arrival !== undefined);
  const { data } = useQuery({ ...firstCustomersQuery, enabled: isNeeded });
  return useMemo(() => (data && isNeeded ? toFirstAnswer(data) : undefined), [data, isNeeded]);
}

function holds({ answer, window }: Shown, first: number, last: number): boolean {
  return first >= window.from && Math.min(last, answer.total) <= window.from + window.rows.length;
}
