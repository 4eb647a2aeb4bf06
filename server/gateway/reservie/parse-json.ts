import { setImmediate } from 'node:timers/promises';

/** Shorter answers are parsed at once: some milliseconds. */
const LONG = 1_000_000;
/** About so many characters are parsed before everything else gets its turn: some 2 ms. */
const STEP = 250_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * `JSON.parse`, except that a long `{"data":[…]}` is parsed some rows at a time: 100,000 customers at once would keep the
 * process from everything else for a tenth of a second and more. @throws SyntaxError
 */
export async function parseJson(text: string, { long = LONG, step = STEP } = {}): Promise<unknown> {
  const head = /^\s*\{\s*"data"\s*:\s*\[/.exec(text)?.[0];
  if (text.length < long || head === undefined) return JSON.parse(text);
  const data: unknown[] = [];
  let from = head.length;
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = endOfString(text, at);
    } else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
    } else if (unit === 0x7d || (unit === 0x5d && depth > 0)) {
      depth -= 1;
    } else if (unit === 0x5d) {
      const last = parseRows(text, from, at);
      if (last.length === 0 && data.length > 0) throw new SyntaxError('A comma ends the list.');
      for (const row of last) data.push(row);
      // What stands after the list belongs to the answer too, and must be right.
      const rest: unknown = JSON.parse(`{"data":[${text.slice(at)}`);
      return { ...Object(rest), data };
    } else if (unit === 0x2c && depth === 0 && at - from >= step) {
      const rows = parseRows(text, from, at);
      if (rows.length === 0) throw new SyntaxError('A row is missing.');
      for (const row of rows) data.push(row);
      from = at + 1;
      await setImmediate();
    }
  }
  throw new SyntaxError('The list does not end.');
}

function parseRows(text: string, from: number, to: number): unknown[] {
  const rows: unknown = JSON.parse(`[${text.slice(from, to)}]`);
  return Array.isArray(rows) ? rows : [];
}

/** Where the string that begins at `at` has its closing quote. */
function endOfString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((quote - before) % 2 === 1) return quote;
  }
  return text.length;
}
