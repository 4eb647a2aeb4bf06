const KEY = 'studio-desk-locale';

/** The studio's locale as this browser heard it last. */
export function recallLocale(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberLocale(locale: string): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // A browser that stores nothing hears it with the first answer.
  }
}
