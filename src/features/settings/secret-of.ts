/** The key inside `otpauth://totp/…?secret=…`, for apps that cannot scan; empty when there is none. */
export function secretOf(uri: string): string {
  return URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';
}
