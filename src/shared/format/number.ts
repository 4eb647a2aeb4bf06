import { perLocale } from './studio-locale.ts';

const numbers = perLocale((locale) => new Intl.NumberFormat(locale, { numberingSystem: 'latn' }));

/** 12345 → "12,345", as the studio's locale writes it. */
export function formatCount(count: number): string {
  return numbers().format(count);
}

/** "1 purchase", "2,000 purchases". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
