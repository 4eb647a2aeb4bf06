import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { customerQueries } from '../queries.ts';
import type { DirectoryAnswer, DirectoryQuery } from './directory-protocol.ts';
import { directory } from './directory.ts';
import { isFirstScreen, toFirstAnswer, withKnownLength } from './first-customers.ts';
import { RowStore } from './row-store.ts';

/** The lowest row, in pixels, and the rows drawn below the screen: each more is explained, sent and read at every key. */
const LOWEST_ROW = 40;
const BELOW = 12;
/** Of a frame of 16 ms: a worker that needs longer is not waited for. */
const PATIENCE_MS = 4;
/** What stands still for so long is about to be scrolled; who still types is not kept waiting for rows beyond the screen. */
const REST_MS = 250;

export interface DirectoryList {
  answer: DirectoryAnswer;
  rows: RowStore;
  /** The answer belongs to what was typed before. */
  isOutdated: boolean;
}

interface Shown {
  key: string;
  answer: DirectoryAnswer;
  rows: RowStore;
}

/** A question that was asked before the page was drawn for it. */
interface Begun {
  key: string;
  version: number;
  answer: Promise<DirectoryAnswer | undefined>;
  /** Once it has come. */
  found?: Shown;
}

// What was shown last, so that coming back finds the list as it was left, without a blank frame.
let remembered: Shown | undefined;
// There is one list at a time.
let begun: Begun | undefined;

function begunFor(key: string, version: number): Begun | undefined {
  return begun?.key === key && begun.version === version ? begun : undefined;
}

async function noteFound(asked: Begun): Promise<void> {
  try {
    const answer = await asked.answer;
    if (answer) asked.found = { key: asked.key, answer, rows: storeOf(answer) };
  } catch {
    // The list that waits for the same answer tells of failures.
  }
}

/** For what is drawn only after the handler that began it: its rows can then be drawn with it. */
export function awaitBegun(): void {
  directory.hasten(PATIENCE_MS);
}

/** What a query finds; its rows are told what is on screen. */
export function useDirectoryList(query: DirectoryQuery) {
  const key = JSON.stringify(query);
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<Shown | undefined>(() => (remembered?.key === key ? remembered : undefined));
  const [error, setError] = useState<unknown>();
  const latest = useRef(shown);
  // What has come before the page is drawn for its question is drawn with it.
  const found = begunFor(key, version)?.found;
  if (found && found !== shown) {
    setShown(found);
    setError(undefined);
  }

  /** Asks at once what the next drawing will ask: the worker searches while the page draws the key. */
  function begin(next: DirectoryQuery) {
    const nextKey = JSON.stringify(next);
    // What is shown stays the worker's current result.
    if (nextKey === key) return;
    begun = { key: nextKey, version: directory.version(), answer: directory.query(next, 0, screenRows()) };
    void noteFound(begun);
  }

  const keep = useCallback(
    (next: Shown) => {
      remembered = next;
      latest.current = next;
      setShown(next);
    },
    [setShown],
  );

  const isDrawn = useEffectEvent((one: Shown) => one === shown);

  useEffect(() => {
    let isCurrent = true;
    const shownRows = latest.current?.key === key ? latest.current.rows : undefined;
    const screen = screenRows();
    const { from, to } = shownRows?.around(screen) ?? { from: 0, to: screen };
    const current = begunFor(key, version);
    begun = undefined;
    const early = current?.answer;
    if (current?.found && isDrawn(current.found)) {
      remembered = current.found;
      latest.current = current.found;
      return;
    }
    // Before the browser draws the key without its rows; at the latest right before it does.
    const frame = early && !directory.hasten(PATIENCE_MS) ? requestAnimationFrame(() => directory.hasten(0)) : 0;
    async function ask() {
      try {
        const answer = await (early ?? directory.query(JSON.parse(key) as DirectoryQuery, from, to));
        if (!isCurrent || !answer) return;
        const show = () => {
          setError(undefined);
          keep({ key, answer, rows: storeOf(answer) });
        };
        // A user waits for these rows: they are drawn before the browser draws another frame without them.
        if (early) flushSync(show);
        else show();
      } catch (failure) {
        if (isCurrent) setError(failure);
      }
    }
    void ask();
    return () => {
      isCurrent = false;
      cancelAnimationFrame(frame);
    };
  }, [key, version, attempt, keep]);

  const retry = useCallback(() => setAttempt((before) => before + 1), [setAttempt]);
  useEffect(() => {
    if (error === undefined) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [error, retry]);
  const first = useFirstAnswer(query, shown?.answer);
  const firstRows = useMemo(() => first && storeOf(first), [first]);
  const answer = shown ? withKnownLength(shown.answer, first) : first;
  const rows = shown?.rows ?? firstRows;
  useEffect(() => {
    const timer = setTimeout(() => rows?.lookAhead(), REST_MS);
    return () => clearTimeout(timer);
  }, [rows]);
  const isOutdated = shown ? shown.key !== key : !isFirstScreen(query);
  const list: DirectoryList | undefined = answer && rows && { answer, rows, isOutdated };
  return { list, error, begin, retry };
}

function screenRows(): number {
  return Math.ceil(window.innerHeight / LOWEST_ROW) + BELOW;
}

function storeOf({ resultId, total, from, rows }: DirectoryAnswer): RowStore {
  return new RowStore(total, { from, rows }, async (first, last, country) =>
    // What the gateway answered by itself ends with the first screen.
    resultId === 0 ? undefined : directory.rows(resultId, first, last, country),
  );
}

/**
 * The first screen, where the query begins with it, until the list is here as a whole. It stays under a question that is
 * asked before anything else has been shown: a table that went away would take the focus with it.
 */
function useFirstAnswer(query: DirectoryQuery, answer: DirectoryAnswer | undefined): DirectoryAnswer | undefined {
  const isFirst = isFirstScreen(query);
  const isNeeded = isFirst && (!answer || answer.arrival !== undefined);
  const { data } = useQuery({ ...customerQueries.first, enabled: isNeeded });
  const isShown = isNeeded || !answer;
  return useMemo(() => (data && isShown ? toFirstAnswer(data) : undefined), [data, isShown]);
}
