import { UNLIMITED_CREDITS } from '#contract/payment.ts';
import { formatCount } from './number.ts';
import { perLocale } from './studio-locale.ts';

const formats = perLocale((locale) => ({ locale, byCurrency: new Map<string, Intl.NumberFormat>() }));

/** An integer in hundredths → "£12.00". An unknown currency code is written out. */
export function formatMoney(base100: number, currency: string): string {
  const { locale, byCurrency } = formats();
  let format = byCurrency.get(currency);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, numberingSystem: 'latn' });
    byCurrency.set(currency, format);
  }
  return format.format(base100 / 100);
}

/** "1 credit", "3 credits". Credits are not money and are never added to it. */
export function formatCredits(credits: number): string {
  return `${formatCount(credits)} ${credits === 1 ? 'credit' : 'credits'}`;
}

export function isUnlimited(creditsTotal: number): boolean {
  return creditsTotal === UNLIMITED_CREDITS;
}
