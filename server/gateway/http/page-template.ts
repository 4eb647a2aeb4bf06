const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** Which outline of the page stands there until React has drawn it (`index.html`); `none` where no rail belongs. */
export type Outline = 'list' | 'customer' | 'plain' | 'none';

export interface PageParts {
  nonce: string;
  outline: Outline;
  /** Paths of scripts that the route needs. */
  scripts: readonly string[];
  styles: readonly string[];
  /** Addresses that the first screen reads. */
  reads: readonly string[];
  /** What the first screen would have to ask for: readable by scripts as JSON, under the id `at-hand`. */
  atHand?: object | undefined;
}

/** Fills in the built page for one request. */
export function fillPage(page: string, { nonce, outline, scripts, styles, reads, atHand }: PageParts): string {
  const early = [
    ...reads.map((path) => `<link rel="preload" as="fetch" crossorigin href="${escapeHtml(path)}">`),
    ...scripts.map((path) => `<link rel="modulepreload" crossorigin href="${path}" nonce="${NONCE_PLACEHOLDER}">`),
  ];
  const late = [
    // Behind the outline, which is painted without waiting for them.
    ...styles.map((path) => `<link rel="stylesheet" crossorigin href="${path}" nonce="${NONCE_PLACEHOLDER}">`),
    ...(atHand ? [`<script type="application/json" id="at-hand">${escapeJson(atHand)}</script>`] : []),
  ];
  return insertBefore(
    '</body>',
    late.join(''),
    insertBefore('</head>', early.join(''), keepOutline(page, outline)),
  ).replaceAll(NONCE_PLACEHOLDER, nonce);
}

/** Sections of the outline stand between `<!--list-->` and `<!--/list-->`; `shell` is around all of them. */
function keepOutline(page: string, outline: Outline): string {
  const dropped = outline === 'none' ? ['shell'] : ['list', 'customer'].filter((name) => name !== outline);
  return dropped.reduce(
    (rest, name) => rest.replaceAll(new RegExp(`<!--${name}-->[^]*?<!--/${name}-->`, 'g'), ''),
    page,
  );
}

function insertBefore(mark: string, text: string, page: string): string {
  const at = page.lastIndexOf(mark);
  return at < 0 ? page + text : page.slice(0, at) + text + page.slice(at);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** No text in it can end the script element or begin a comment (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements). */
function escapeJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
