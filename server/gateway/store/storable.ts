/**
 * Text as both databases keep it and give it back. PostgreSQL refuses U+0000, SQLite may cut at it, and half of a
 * surrogate pair has no form in UTF-8: each becomes U+FFFD, the replacement character.
 */
export function storable(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\ufffd')).toString();
}
