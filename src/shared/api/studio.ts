import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Studio, gateway } from '#contract/gateway.ts';
import { noteGatewayClock } from '#shared/format/gateway-clock.ts';
import { DEFAULT_LOCALE, setStudioLocale, studioLocale } from '#shared/format/studio-locale.ts';
import { type Asker, call } from './call.ts';
import { recallLocale, rememberLocale } from './remembered-locale.ts';

/** How often a page asks whether trouble with Reservie is over. */
const TROUBLE_POLL_MS = 30_000;
/** How often this computer's clock is compared with the gateway's; it costs no call to Reservie. */
const CLOCK_CHECK_MS = 10 * 60_000;

// Every screen after the first visit is written in the studio's locale from its first row on.
setStudioLocale(recallLocale() ?? DEFAULT_LOCALE);

export const studioQuery = queryOptions({
  queryKey: ['studio'],
  queryFn: readStudio,
  staleTime: CLOCK_CHECK_MS,
  refetchInterval: ({ state: { data } }) => (data && hasTrouble(data) ? TROUBLE_POLL_MS : CLOCK_CHECK_MS),
});

async function readStudio(asker: Asker): Promise<Studio> {
  const askedAt = Date.now();
  const studio = await call(gateway.getStudio, {}, asker);
  noteStudio(studio, { askedAt, answeredAt: Date.now() });
  return studio;
}

/** What an answer says of the studio holds for every screen; between which two moments it was given, in milliseconds. */
export function noteStudio(studio: Studio, asked: { askedAt: number; answeredAt: number }): void {
  noteGatewayClock({ gatewayNow: Date.parse(studio.now), ...asked });
  setStudioLocale(studio.locale);
  rememberLocale(studio.locale);
}

function hasTrouble({ reservie: { state, missingScopes } }: Studio): boolean {
  return state !== 'ok' || missingScopes.length > 0;
}

let unknownStudio: Studio | undefined;

/** What is assumed until the gateway has answered, so that no screen waits for it. */
function assumeStudio(): Studio {
  return (unknownStudio ??= {
    mode: 'live',
    timeZone: 'Europe/London',
    locale: studioLocale(),
    now: '1970-01-01T00:00:00Z',
    links: {},
    reservie: { state: 'ok', since: '1970-01-01T00:00:00Z', missingScopes: [] },
  });
}

export function useStudio(): Studio {
  return useQuery(studioQuery).data ?? assumeStudio();
}

/** The studio's country, ISO 3166, as its locale says it: `en-GB` → `GB`. */
export function useStudioCountry(): string {
  const { locale } = useStudio();
  return useMemo(() => countryOf(locale), [locale]);
}

function countryOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().region ?? 'GB';
  } catch {
    return 'GB';
  }
}
