import { noop, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
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

/** What a query finds; its rows are told what is on screen. */
export function useDirectoryList(query: DirectoryQuery) {
  const key = JSON.stringify(query);
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<Shown | undefined>(() => (remembered?.key === key ? remembered : undefined));
  const [error, setError] = useState<unknown>();
  const latest = useRef(shown);
  const [begun] = useState<{ current?: Begun | undefined }>(() => ({}));
  const isBegun = begun.current?.key === key && begun.current.version === version;
  // What has come before the page is drawn for its question is drawn with it.
  const found = isBegun ? begun.current?.found : undefined;
  if (found && found !== shown) setShown(found);

  /** Asks at once what the next drawing will ask: the worker searches while the page draws the key. */
  function begin(next: DirectoryQuery) {
    const nextKey = JSON.stringify(next);
    // What is shown stays the worker's current result.
    if (nextKey === key) return;
    const answer = directory.query(next, 0, screenRows());
    const asked: Begun = { key: nextKey, version: directory.version(), answer };
    answer.then((came) => {
      if (came) asked.found = { key: nextKey, answer: came, rows: storeOf(came) };
    }, noop);
    begun.current = asked;
  }

  /** For what is drawn only after the handler that began it: its rows may then be drawn with it. */
  function awaitBegun() {
    directory.hasten(PATIENCE_MS);
  }

  const keep = useCallback((next: Shown) => {
    remembered = next;
    latest.current = next;
    setShown(next);
  }, []);

  useEffect(() => {
    let isCurrent = true;
    const shownRows = latest.current?.key === key ? latest.current.rows : undefined;
    const screen = screenRows();
    const { from, to } = shownRows?.around(screen) ?? { from: 0, to: screen };
    const { current } = begun;
    begun.current = undefined;
    const early = current?.key === key && current.version === version ? current.answer : undefined;
    if (early && current?.found) {
      setError(undefined);
      keep(current.found);
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
  }, [key, version, attempt, keep, begun]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
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
  return { list, error, begin, awaitBegun, retry };
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
