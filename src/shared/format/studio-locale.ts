/** Assumed until the gateway has told: STUDIO_LOCALE's default (docs/configuration.md). */
export const DEFAULT_LOCALE = 'en-GB';

let current = DEFAULT_LOCALE;
/** Not yet looked up: the first look at the browser's languages takes 24 ms of a page that has nothing to write yet. */
let next: string | undefined;

/** BCP 47 tag: how the studio writes dates, numbers and money, whatever the browser's own language. */
export function studioLocale(): string {
  if (next !== undefined) {
    current = readable(next) ?? current;
    next = undefined;
  }
  return current;
}

/** A tag that this browser cannot read leaves it as it is. */
export function setStudioLocale(locale: string): void {
  if (locale === next || locale === studioLocale()) return;
  next = locale;
}

function readable(locale: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale])[0];
  } catch {
    // Not a tag at all.
    return undefined;
  }
}

/** Makes something for the studio's locale once, and anew when that changes: formatters are costly to make. */
export function perLocale<Made>(make: (locale: string) => Made): () => Made {
  let madeFor: string | undefined;
  let made: Made;
  return () => {
    const locale = studioLocale();
    if (madeFor !== locale) {
      made = make(locale);
      madeFor = locale;
    }
    return made;
  };
}

/** Regions whose week begins on another day than Monday (CLDR, "weekData"), for browsers that do not tell. */
const SUNDAY =
  'AG AS AU BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'.split(
    ' ',
  );
const SATURDAY = 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' ');

/** 0 is Sunday, 1 Monday, 6 Saturday, as `Date.getUTCDay` counts. */
export const firstDayOfWeek = perLocale((locale) => {
  const tag = new Intl.Locale(locale).maximize();
  const told = readWeekInfo(tag);
  if (told !== undefined) return told % 7;
  const region = tag.region ?? '';
  return SUNDAY.includes(region) ? 0 : SATURDAY.includes(region) ? 6 : 1;
});

/** Chromium and Safari tell, in one of two spellings; Monday is 1, Sunday 7. */
function readWeekInfo(tag: Intl.Locale): number | undefined {
  const method: unknown = 'getWeekInfo' in tag ? tag.getWeekInfo : undefined;
  const told: unknown =
    typeof method === 'function' ? Reflect.apply(method, tag, []) : 'weekInfo' in tag ? tag.weekInfo : undefined;
  if (typeof told !== 'object' || told === null || !('firstDay' in told)) return undefined;
  return typeof told.firstDay === 'number' ? told.firstDay : undefined;
}
