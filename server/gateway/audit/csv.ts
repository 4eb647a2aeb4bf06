/** Excel takes a file without it for the system's old character set. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of RFC 4180. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quote(defuse(cell ?? ''))).join(',')}\r\n`;
}

/**
 * What a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"). A `+` before
 * nothing but a telephone number's characters stays: `+44 7700 900123`.
 */
function defuse(text: string): string {
  if (/^\+[\d\s()./-]*$/.test(text)) return text;
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
