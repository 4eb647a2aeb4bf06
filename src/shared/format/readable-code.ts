/** A code of Reservie that we have no words for, legible: "NO_SHOW" → "No show". */
export function readableCode(code: string): string {
  const words = code
    .trim()
    .replaceAll(/[_\s]+/g, ' ')
    .toLowerCase();
  return words === '' ? 'Unknown' : words.charAt(0).toUpperCase() + words.slice(1);
}
