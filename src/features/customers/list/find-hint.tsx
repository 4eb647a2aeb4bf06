import '@mantine/core/styles/Alert.layer.css';
import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { plural } from '#shared/format/number.ts';

const SHOWN_MS = 12_000;

/** The browser's own find sees only the rows that are drawn: it stays the browser's, and this says what finds all. */
export function FindHint({ everyone }: { everyone: number }) {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.key.toLowerCase() === 'f') setAsked((before) => before + 1);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    if (asked === 0) return;
    const timer = setTimeout(() => setAsked(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <div role="status">
      {asked > 0 && (
        <Alert color="info" role="presentation" mb="sm">
          The browser’s find sees only the rows on screen. The search above finds all {plural(everyone, 'customer')}.
        </Alert>
      )}
    </div>
  );
}
