import { escapeHtml, escapeJson } from './escape-html.ts';
import type { DrawnList } from './outline-rows.ts';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** Which outline of the page stands there until React has drawn it (`index.html`); `none` where no rail belongs. */
export type Outline = 'list' | 'customer' | 'plain' | 'none';

export interface PageParts {
  nonce: string;
  outline: Outline;
  /** The rows with which the list begins, where they are known. */
  list?: DrawnList | undefined;
  /** The tabs of a customer and the rows of the one that is shown, where they are known. */
  tab?: string | undefined;
  /** Paths of scripts that the route needs. */
  scripts: readonly string[];
  styles: readonly string[];
  /** Addresses that the first screen reads. */
  reads: readonly string[];
  /** What the first screen would have to ask for: readable by scripts as JSON, by the ids of their elements. */
  data?: Readonly<Record<string, object | undefined>>;
}

/** Fills in the built page for one request. */
export function fillPage(
  page: string,
  { nonce, outline, list, tab, scripts, styles, reads, data = {} }: PageParts,
): string {
  const early = reads.map((path) => `<link rel="preload" as="fetch" crossorigin href="${escapeHtml(path)}">`);
  const late = [
    drawLateFiles(scripts, styles, NONCE_PLACEHOLDER),
    ...Object.entries(data).map(([id, value]) =>
      value ? `<script type="application/json" id="${id}">${escapeJson(value)}</script>` : '',
    ),
  ];
  return insertBefore(
    '</body>',
    late.join(''),
    insertBefore('</head>', early.join(''), drawTab(drawList(keepOutline(page, outline), list), tab)),
  ).replaceAll(NONCE_PLACEHOLDER, nonce);
}

/** Fetched by the start script (vite.config.ts) once the outline is painted. */
export function drawLateFiles(scripts: readonly string[], styles: readonly string[], nonce: string): string {
  const links = [
    ...scripts.map((path) => `<link rel="modulepreload" crossorigin href="${path}" nonce="${nonce}">`),
    ...styles.map((path) => `<link rel="stylesheet" media="not all" crossorigin href="${path}" nonce="${nonce}">`),
  ];
  return links.length === 0 ? '' : `<template>${links.join('')}</template>`;
}

/** Sections of the outline stand between `<!--list-->` and `<!--/list-->`; `shell` is around all of them. */
function keepOutline(page: string, outline: Outline): string {
  const dropped = outline === 'none' ? ['shell'] : ['list', 'customer'].filter((name) => name !== outline);
  return dropped.reduce(
    (rest, name) => rest.replaceAll(new RegExp(`<!--${name}-->[^]*?<!--/${name}-->`, 'g'), ''),
    page,
  );
}

/** In place of skeletons. A function says what to put in: in a text `$&` would mean what was found. */
function drawList(page: string, list: DrawnList | undefined): string {
  if (!list) return page;
  return page
    .replace(/<!--count-->[^]*?<!--\/count-->/, () => list.count)
    .replace(/<!--rows-->[^]*?<!--\/rows-->/, () => list.table);
}

function drawTab(page: string, tab: string | undefined): string {
  return tab === undefined ? page : page.replace(/<!--tab-->[^]*?<!--\/tab-->/, () => tab);
}

function insertBefore(mark: string, text: string, page: string): string {
  const at = page.lastIndexOf(mark);
  return at < 0 ? page + text : page.slice(0, at) + text + page.slice(at);
}
