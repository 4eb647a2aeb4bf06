const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text that can neither become an element nor end an attribute's value
 * (https://html.spec.whatwg.org/#escapingString). A null character, which HTML does not know, is left out.
 */
export function escapeHtml(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/**
 * A value as JSON of which no text can end the script element that holds it, or begin a comment in it
 * (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
 */
export function escapeJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
