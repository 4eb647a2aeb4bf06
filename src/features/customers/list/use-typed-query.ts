import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { LONGEST_IN_URL } from '../search.ts';

const REST_MS = 300;

/**
 * Text that is searched for at once and reaches the URL when typing rests, so that neither waits for the other. A URL
 * that changes by itself (back, a link) changes the text.
 */
export function useTypedQuery(q: string, writeUrl: (q: string) => void) {
  const [text, setText] = useState(q);
  const written = useRef(q);

  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    setText(q);
  }, [q]);

  const write = useEffectEvent(flush);
  useEffect(() => {
    const timer = setTimeout(write, REST_MS);
    return () => clearTimeout(timer);
  }, [text]);

  /** Writes at once, before the page is left. */
  function flush() {
    // What is too long for the URL stays whole in the box.
    const q = text.slice(0, LONGEST_IN_URL);
    if (q === written.current) return;
    written.current = q;
    writeUrl(q);
  }
  return { text, setText, flush };
}
