import { cleanPastedText } from '#shared/text/clean-pasted.ts';

export const ADDRESS_IN_TEXT = /[^\s<>()[\]"',;:|]+@[^\s<>()[\]"',;:|]+/gu;

/** Whether a text is a list of customers rather than one search: several lines, or several addresses in a row. */
export function isPastedList(text: string): boolean {
  return splitList(text).length > 1;
}

/**
 * The entries of a pasted list: lines of a message or cells of a spreadsheet; addresses as a mail program lists them;
 * without bullets and numbers in front.
 */
export function splitList(text: string): string[] {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map(tidy)
    .filter(hasContent);
  const [only] = lines;
  if (only === undefined || lines.length > 1) return lines;
  const addresses = (only.match(ADDRESS_IN_TEXT) ?? []).length;
  if (addresses < 2 && !isListInOneLine(only)) return lines;
  return only
    .split(addresses < 2 ? BETWEEN : /[;,]\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .flatMap((part) => ((part.match(ADDRESS_IN_TEXT) ?? []).length > 1 ? part.split(/\s+/) : [part]))
    .map(tidy)
    .filter(hasContent);
}

const BETWEEN = /\s*[;,|]\s*/;
const FEWEST_IN_ONE_LINE = 3;
/** A first and a last name, or a number; “Smith, Jane, 07700 900123” is one customer. */
const NAME_OR_NUMBER = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){1,3}|\+?\(?\d[\d\s().\-/]{6,})$/u;

function isListInOneLine(line: string): boolean {
  const parts = line.split(BETWEEN).filter(hasContent);
  return parts.length >= FEWEST_IN_ONE_LINE && parts.every((part) => NAME_OR_NUMBER.test(part.trim()));
}

function tidy(line: string): string {
  return cleanPastedText(line.replace(/\t+/g, ' | '))
    .replace(/^(?:[-*•·–>]\s+|\(?\d{1,3}[.)]\s+|\[[ xX]?\]\s*)+/u, '')
    .replace(/^[\s|,;]+|[\s|,;]+$/g, '');
}

export function hasContent(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}
