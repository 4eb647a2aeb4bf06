import { useStudio } from './studio.ts';

/** The studio's country, ISO 3166, as its locale says it: `en-GB` → `GB`. */
export function useStudioCountry(): string {
  return countryOf(useStudio().locale);
}

function countryOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().region ?? 'GB';
  } catch {
    return 'GB';
  }
}
