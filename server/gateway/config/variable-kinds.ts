import * as z from 'zod/mini';

/** Text that is looked at by more than one rule: secrets, addresses, zones. */
export function text() {
  return z.string();
}

export function wholeNumber(min: number, max: number) {
  const sentence = `must be a whole number from ${min} to ${max}.`;
  const digits = z.string().check(z.regex(/^\d{1,9}$/, sentence));
  const number = z.number().check(z.minimum(min, sentence), z.maximum(max, sentence));
  return z.pipe(z.pipe(digits, z.transform(Number)), number);
}

export function onOrOff() {
  return z.pipe(
    z.enum(['true', 'false'], 'must be true or false.'),
    z.transform((word) => word === 'true'),
  );
}

/** What stands between the commas. */
export function list() {
  return z.pipe(
    z.string(),
    z.transform((items) =>
      items
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    ),
  );
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(
    words,
    `must be ${words.length > 2 ? 'one of ' : ''}${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}.`,
  );
}
