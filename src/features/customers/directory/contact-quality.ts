/** Dots stand where a viewer's copy is masked: nothing can be told of it. */
const MASK = '•';
/** The most digits a number has with its country code (E.164). */
const LONGEST_NUMBER = 15;
const SHORTEST_NUMBER = 8;

/** Whether a mobile field holds something that could be a number at all; a lone dash is as good as empty. */
export function hasMobile(mobile: string): boolean {
  return /[\d•]/.test(mobile);
}

/**
 * Whether a call or a message to it would surely fail: too few or too many digits, words, two numbers in one field,
 * `0000000000`. `country` (ISO 3166) is the studio's; only what is sure for it is said of a number without a country
 * code. A number that is merely unusual does not count.
 */
export function looksWrongMobile(mobile: string, country = 'GB'): boolean {
  const text = mobile.trim();
  if (!hasMobile(text)) return text !== '';
  if (text.includes(MASK)) return false;
  if (/\p{L}/u.test(text) || text.lastIndexOf('+') > 0) return true;
  const digits = text.replace('(0)', '').replace(/\D/g, '');
  if (digits.length > LONGEST_NUMBER || digits.length < SHORTEST_NUMBER) return true;
  if (/(\d)\1{7}$/.test(digits) || /^0?1?2345678/.test(digits)) return true;
  if (text.startsWith('+') || digits.startsWith('00')) {
    const whole = digits.replace(/^00/, '');
    // The zero is dropped after +44; ten digits follow.
    return whole.startsWith('44') && whole.slice(2).replace(/^0/, '').length !== 10;
  }
  if (country !== 'GB') return false;
  if (digits.startsWith('0')) return digits.length !== 11 && !(digits.length === 10 && digits.startsWith('01'));
  return digits.startsWith('44') ? digits.length !== 12 : digits.length !== 10;
}

/** Whether no letter could reach this address. An empty field is no address, and not wrong. */
export function looksWrongEmail(email: string): boolean {
  const text = email.trim();
  if (text === '') return false;
  const at = text.lastIndexOf('@');
  if (at < 1 || /\s/.test(text)) return true;
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  if (!local.includes(MASK) && !/^".+"$/.test(local) && (/[@,;:<>()[\]]/.test(local) || /^\.|\.\.|\.$/.test(local))) {
    return true;
  }
  return (
    labels.length < 2 ||
    labels.some((label) => !/^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label)) ||
    !/^(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)$/iu.test(labels.at(-1) ?? '')
  );
}
