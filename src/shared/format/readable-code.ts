import type { State } from '#shared/ui/tag.tsx';

/** A code of Reservie that we have no words for, legible: "NO_SHOW" → "No show". */
export function readableCode(code: string): string {
  const words = code
    .trim()
    .replaceAll(/[_\s]+/g, ' ')
    .toLowerCase();
  return words === '' ? 'Unknown' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a code means; one that is not documented is shown as it stands, made legible. */
export function describeCode<Known extends State>(known: Record<string, Known>, code: string): Known | State {
  return known[code] ?? { words: readableCode(code), tone: 'neutral' };
}
