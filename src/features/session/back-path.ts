/** Any own origin: only used to see whether a path would leave it. */
const ORIGIN = 'https://desk.invalid';
const REMEMBERED = 'studio-desk-back';

/** Where to go after signing in: a page of ours with its search and fragment, and nothing else whatever it looks like. */
export function ownPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, ORIGIN)) return undefined;
  // The browser's own parser decides: `//elsewhere`, `/\elsewhere` and `/<tab>/elsewhere` all lead away.
  const { origin, pathname, search, hash } = new URL(value, ORIGIN);
  if (origin !== ORIGIN || pathname.startsWith('//')) return undefined;
  if (/^\/(?:sign-in|set-up|join|new-password|two-factor|api|assets)(?:\/|$)/.test(pathname)) return undefined;
  return `${pathname}${search}${hash}`;
}

/** The OpenID provider sends every user back to `/`: where they came from waits in this tab. */
export function rememberBack(path: string | undefined): void {
  if (path === undefined) sessionStorage.removeItem(REMEMBERED);
  else sessionStorage.setItem(REMEMBERED, path);
}

/** What was remembered, once. */
export function takeBack(): string | undefined {
  const path = ownPath(sessionStorage.getItem(REMEMBERED));
  sessionStorage.removeItem(REMEMBERED);
  return path;
}
