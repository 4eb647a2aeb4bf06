import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

const KEPT = 2_000;
const known = new Map<string, string>();

/**
 * National in the studio's own country, international otherwise. What is not surely one number stays as it was given:
 * words, an extension, two numbers in one field, a masked one.
 */
export function formatMobile(mobile: string, country: string): string {
  const key = `${country} ${mobile}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const text = format(mobile, isSupportedCountry(country) ? country : 'GB');
  if (known.size >= KEPT) known.clear();
  known.set(key, text);
  return text;
}

function format(mobile: string, country: CountryCode): string {
  const text = mobile.trim();
  if (!/^\+?[\d\s().\-/]+$/.test(text)) return mobile;
  const number = parsePhoneNumberFromString(text, country);
  if (!number?.isPossible()) return mobile;
  // A code of several countries (+44 is Jersey's too) belongs to the studio's.
  const isOwn = number.country === country || number.countryCallingCode === callingCodeOf(country);
  return isOwn ? number.formatNational() : number.formatInternational();
}

function callingCodeOf(country: CountryCode): string | undefined {
  return parsePhoneNumberFromString('123456789', country)?.countryCallingCode;
}
