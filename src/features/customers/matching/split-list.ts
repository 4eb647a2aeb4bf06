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
  if ((only.match(ADDRESS_IN_TEXT) ?? []).length < 2) return lines;
  return only
    .split(/[;,]\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .flatMap((part) => ((part.match(ADDRESS_IN_TEXT) ?? []).length > 1 ? part.split(/\s+/) : [part]))
    .map(tidy)
    .filter(hasContent);
}

function tidy(line: string): string {
  return cleanPastedText(line.replace(/\t+/g, ' | '))
    .replace(/^(?:[-*•·–>]\s+|\(?\d{1,3}[.)]\s+|\[[ xX]?\]\s*)+/u, '')
    .replace(/^[\s|,;]+|[\s|,;]+$/g, '');
}

export function hasContent(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}
