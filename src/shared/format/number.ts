const numbers = new Intl.NumberFormat('en-GB');

/** 12345 → "12,345". */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** "1 purchase", "2,000 purchases". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
