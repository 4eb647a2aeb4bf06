const HTML_RANGES = ['text/html', 'text/*', '*/*'];

/** Whether an `Accept` header admits HTML: the most specific range that matches decides (RFC 9110, 12.5.1). */
export function admitsHtml(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const weights = new Map(accept.split(',').map(readRange));
  const range = HTML_RANGES.find((candidate) => weights.has(candidate));
  return range !== undefined && (weights.get(range) ?? 0) > 0;
}

function readRange(range: string): [type: string, weight: number] {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
  // A weight that is no number is left out of account, as if it had not been sent.
  return [type, weight === undefined || Number.isNaN(Number(weight)) ? 1 : Number(weight)];
}
