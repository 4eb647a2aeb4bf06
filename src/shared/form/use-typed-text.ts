import { useEffect, useEffectEvent, useRef, useState } from 'react';

interface TypedTextOptions {
  /** What of it the URL holds. */
  toUrl: (text: string) => string;
  /** In milliseconds without a key. */
  rest: number;
}

/**
 * Text that stands in its box at once and reaches the URL when typing rests, so that neither waits for the other. A URL
 * that changes by itself (back, a link) changes the text.
 */
export function useTypedText(inUrl: string, writeUrl: (text: string) => void, { toUrl, rest }: TypedTextOptions) {
  const [text, setText] = useState(inUrl);
  const written = useRef(inUrl);
  // Written along with another part of the URL, it may be a piece of the text: the box keeps the whole.
  const takeUrl = useEffectEvent((next: string) => setText((now) => (toUrl(now) === next ? now : next)));

  useEffect(() => {
    if (inUrl === written.current) return;
    written.current = inUrl;
    takeUrl(inUrl);
  }, [inUrl]);

  const write = useEffectEvent(flush);
  useEffect(() => {
    const timer = setTimeout(write, rest);
    return () => clearTimeout(timer);
  }, [text, rest]);

  /** Writes at once, before the page is left. */
  function flush() {
    const next = toUrl(text);
    if (next === written.current) return;
    written.current = next;
    writeUrl(next);
  }
  return { text, setText, flush };
}
