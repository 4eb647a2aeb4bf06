import type { LocalDate } from '#contract/time.ts';
import type { NamedRange } from '#contract/studio-settings.ts';
import { addDays } from '#shared/format/date-time.ts';
import { cleanPastedText } from '#shared/text/clean-pasted.ts';
import { partsOf } from './calendar.ts';
import { fold } from './date-names.ts';
import { readAbsolute } from './read-absolute.ts';
import { isBareWeekday, readRelative } from './read-relative.ts';
import { type Problem, type Reading, type ReadingContext, type Span, isProblem } from './span.ts';

/** Days from one to another, both included; an end that is left out is open. */
export interface DateRange {
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}

export interface ParseOptions {
  /** In the studio's zone, by the gateway's clock. */
  today: LocalDate;
  /** The studio's own, such as “Autumn term”. */
  named?: readonly NamedRange[];
}

const EVERYTHING = /^(?:all|all time|any|any time|anytime|ever|everything|always)$/;
const FROM = /^(?:from|since|starting|as of|>=|≥) ?(.+)$/;
const AFTER = /^(?:after|>) ?(.+)$/;
const UNTIL = /^(?:until|till|til|to|up to|through|thru|by|ending|<=|≤|\.\.+|…|-) ?(.+)$/;
const BEFORE = /^(?:before|<) ?(.+)$/;
const ONWARDS = /^(.+?)(?: onwards?| and later| or later| on|\+| ?-| ?\.\.+| ?…)$/;
const AND_EARLIER = /^(.+?)(?: and| or) (?:earlier|before)$/;
const SEPARATORS = [/ (?:to|until|till|til|through|thru) /, / ?(?:\.\.+|…) ?/, / - /, / and /];

/**
 * What was typed into a date filter, in the studio's locale: "3/5", "3 May", "last tue", "ytd", "2026-05", "from 3 May",
 * "May to July". Never a guess: what is no date is said as a problem.
 */
export function parseDateRange(typed: string, options: ParseOptions): DateRange | Problem {
  const text = normalise(typed);
  if (text === '' || EVERYTHING.test(text)) return {};
  const named = options.named?.find(({ name }) => normalise(name) === text);
  if (named) return { from: named.from, to: named.to };
  const context = { today: options.today, year: partsOf(options.today).year };
  const reading = readSpan(text, context) ?? readTwo(text, context) ?? readHalfOpen(text, context);
  if (reading === undefined)
    return { problem: `“${shorten(typed)}” is not a date. Try 3 May, last week, 2026-05 or from 1 June.` };
  if ('problem' in reading) return reading;
  const { from, to } = reading;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function normalise(typed: string): string {
  return fold(cleanPastedText(typed))
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replaceAll(/(\p{L}) of (?=\p{L})|(\d) of (?=\p{L})/gu, '$1$2 ')
    .replaceAll(',', ' ')
    .replace(/^the (?=\d)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function readSpan(text: string, context: ReadingContext): Reading {
  return readRelative(text, context) ?? readAbsolute(text, context);
}

function readHalfOpen(text: string, context: ReadingContext): DateRange | Problem | undefined {
  const readers: [RegExp, (span: Span) => DateRange][] = [
    [FROM, ({ from }) => ({ from })],
    [AFTER, ({ to }) => ({ from: addDays(to, 1) })],
    [UNTIL, ({ to }) => ({ to })],
    [BEFORE, ({ from }) => ({ to: addDays(from, -1) })],
    [AND_EARLIER, ({ to }) => ({ to })],
    [ONWARDS, ({ from }) => ({ from })],
  ];
  for (const [pattern, open] of readers) {
    const inner = pattern.exec(text)?.[1];
    if (inner === undefined) continue;
    const span = readSpan(inner.trim(), context);
    if (span === undefined) continue;
    if (isProblem(span)) return span;
    // "since December", said in November, is the last one; "since Friday", said on a Wednesday, the Friday before.
    const isAhead = text.startsWith('since') && span.from > context.today;
    if (isAhead && isBareWeekday(inner.trim())) return open({ from: addDays(span.from, -7), to: addDays(span.to, -7) });
    const isPast = isAhead && span.isYearless === true;
    const meant = isPast ? readSpan(inner.trim(), { ...context, year: context.year - 1 }) : span;
    return meant === undefined || isProblem(meant) ? meant : open(meant);
  }
  return undefined;
}

function readTwo(text: string, context: ReadingContext): Reading {
  const inner = text.replace(/^(?:from|between) /, '');
  for (const [first, second] of splits(inner)) {
    const reading = readPair(first, second, context);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** Every way to see two dates in it. A hyphen without spaces may also stand inside a date: each is tried. */
function splits(text: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (const separator of SEPARATORS) {
    const found = separator.exec(text);
    if (found) pairs.push([text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()]);
  }
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    pairs.push([text.slice(0, at).trim(), text.slice(at + 1).trim()]);
  }
  return pairs.filter(([first, second]) => first !== '' && second !== '');
}

function readPair(first: string, second: string, context: ReadingContext): Reading {
  const end = readSpan(second, context);
  const isDated = end !== undefined && !isProblem(end) && !end.isYearless;
  const begin = readSpan(first, isDated ? { ...context, year: partsOf(end.to).year } : context);
  const isBare = /^\d{1,2}$/;
  // "3-5 May" and "May 3-5": the month stands once.
  if (isBare.test(first) && end !== undefined && !isProblem(end) && end.from === end.to) {
    const start = readSpan(replaceDay(second, end, first), context);
    return join(start, end, first, second, context);
  }
  if (isBare.test(second) && begin !== undefined && !isProblem(begin) && begin.from === begin.to) {
    return join(begin, readSpan(replaceDay(first, begin, second), context), first, second, context);
  }
  return join(begin, end, first, second, context);
}

function replaceDay(text: string, { from, isYearless }: Span, day: string): string {
  if (!/\p{L}/u.test(text)) return '';
  const { year, month } = partsOf(from);
  const name = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][month - 1];
  return isYearless ? `${day} ${name}` : `${day} ${name} ${year}`;
}

function join(begin: Reading, end: Reading, first: string, second: string, context: ReadingContext): Reading {
  if (begin === undefined || end === undefined) return undefined;
  if (isProblem(begin)) return begin;
  if (isProblem(end)) return end;
  const aligned = alignYears(begin, end, first, second, context);
  if (aligned.from > aligned.to) return { problem: 'The end is before the beginning.' };
  return aligned;
}

/** A year that was typed once holds for both; "Nov to Jan" goes over the end of the year. */
function alignYears(begin: Span, end: Span, first: string, second: string, context: ReadingContext): Span {
  const again = (text: string, year: number, fallback: Span): Span => {
    const read = readSpan(text, { ...context, year });
    return read === undefined || isProblem(read) ? fallback : read;
  };
  let [a, b] = [begin, end];
  if (a.isYearless && !b.isYearless) a = again(first, partsOf(b.to).year, a);
  if (b.isYearless && !a.isYearless) b = again(second, partsOf(a.from).year, b);
  if (a.from > b.to && b.isYearless && (!a.isYearless || a.from <= context.today))
    b = again(second, partsOf(b.to).year + 1, b);
  else if (a.from > b.to && a.isYearless) a = again(first, partsOf(a.from).year - 1, a);
  return { from: a.from, to: b.to };
}

function shorten(text: string): string {
  const plain = cleanPastedText(text);
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
