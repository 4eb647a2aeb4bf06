import { UNLIMITED_CREDITS } from '#contract/money.ts';

/** An integer in hundredths → "£12.00". A currency code that nobody knows is written out. */
export function formatMoney(base100: number, currency: string): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(base100 / 100);
}

/** "1 credit", "3 credits". Credits are not money and are never added to it. */
export function formatCredits(credits: number): string {
  return `${new Intl.NumberFormat('en-GB').format(credits)} ${credits === 1 ? 'credit' : 'credits'}`;
}

export function isUnlimited(creditsTotal: number): boolean {
  return creditsTotal === UNLIMITED_CREDITS;
}
