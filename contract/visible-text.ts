/** White space, control and format characters, lone marks, fillers: Hangul's and Braille's blanks are letters to Unicode. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{DI}\p{NChar}\u2800\u{1D159}]/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Whether anything of it can be seen: a name of U+200B, U+3164 or U+2800 leaves headings and links blank. */
export function hasVisibleCharacter(text: string): boolean {
  return VISIBLE.test(text);
}

/** `-`, `()` and `+` are made of what a mobile may contain, and are none. */
export function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

/** Line breaks and tabs count: one line of text has none. */
export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}
