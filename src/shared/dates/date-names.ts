import { perLocale } from '#shared/format/studio-locale.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

interface DateNames {
  /** In which order the locale writes the numbers of a date. */
  order: DateOrder;
  /** Twelve lists of folded names, from January. */
  months: readonly (readonly string[])[];
  /** Seven lists, from Sunday. */
  weekdays: readonly (readonly string[])[];
  /** "heute" → 0, "morgen" → 1. */
  nearDays: ReadonlyMap<string, number>;
}

/** Names as they are typed in the studio's locale, and in English, which the screens speak. */
export const dateNames = perLocale((locale): DateNames => ({
  order: readOrder(locale),
  months: Array.from({ length: 12 }, (_, month) => namesOf(locale, Date.UTC(2024, month, 15), 'month')),
  // 7 January 2024 was a Sunday.
  weekdays: Array.from({ length: 7 }, (_, day) => namesOf(locale, Date.UTC(2024, 0, 7 + day), 'weekday')),
  nearDays: readNearDays(locale),
}));

/** Lower case, without accents and full stops: "MÄRZ" and "marz." are typed for the same month. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\p{L})\.(?!\.)/gu, '');
}

/** Which of the lists has a name that begins so; at least three letters, or the whole name. Nothing when several do. */
export function findName(lists: readonly (readonly string[])[], typed: string): number | undefined {
  const exact = lists.findIndex((names) => names.includes(typed));
  if (exact >= 0) return exact;
  if (typed.length < 3) return undefined;
  const begun = lists.flatMap((names, index) => (names.some((name) => name.startsWith(typed)) ? [index] : []));
  return begun.length === 1 ? begun[0] : undefined;
}

function namesOf(locale: string, moment: number, part: 'month' | 'weekday'): string[] {
  const styles = ['long', 'short'] as const;
  const names = ['en', locale].flatMap((tag) =>
    styles.flatMap((style) => {
      const written = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', [part]: style } as const;
      const alone = new Intl.DateTimeFormat(tag, written).format(moment);
      // Inside a date some languages write another form of the name: Czech "květen", but "3. května".
      const inside = new Intl.DateTimeFormat(tag, {
        ...written,
        day: 'numeric',
        ...(part === 'weekday' && { month: 'long' }),
      })
        .formatToParts(moment)
        .find(({ type }) => type === part)?.value;
      return [alone, inside ?? alone];
    }),
  );
  return [...new Set(names.map((name) => fold(name).trim()))];
}

function readOrder(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(0);
  const first = parts.map(({ type }) => type).find((type) => type === 'day' || type === 'month' || type === 'year');
  return first === 'year' ? 'ymd' : first === 'month' ? 'mdy' : 'dmy';
}

function readNearDays(locale: string): ReadonlyMap<string, number> {
  const words = new Map([
    ['today', 0],
    ['now', 0],
    ['yesterday', -1],
    ['tomorrow', 1],
  ]);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const days of [-1, 0, 1]) words.set(fold(relative.format(days, 'day')), days);
  return words;
}
