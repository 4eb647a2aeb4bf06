import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** A bundle that re-exports everything, of which the screens take single parts. */
const BARREL = /\/node_modules\/@(?:mantine\/\w+\/esm\/index\.mjs|tanstack\/react-router\/dist\/esm\/index\.js)$/;
const BARREL_IMPORT = /import \{([^}]*)\} from ["']@(?:mantine\/(?:core|hooks)|tanstack\/react-router)["']/g;
const PART = /import (?:\{([^}]*)\}|\w+) from ["'](\.[^"']+)["']/g;
const SCREEN = /\/src\/routes\/(.+)\.tsx\?tsr-split=/;
const CUSTOMER = 'customers/$customerId/';
const LIST = 'customers/index';
const OF_CUSTOMERS = /^(?:customers\/|duplicates$)/;
/** Screens that share most of what they need. */
const FAMILIES: readonly [family: string, screens: RegExp][] = [
  ['settings', /^settings\/(?!history$)/],
  ['entry', /^(?:sign-in|join|set-up|new-password)$/],
  ['bookings', /^customers\/\$customerId\/bookings\//],
  ['tabs', /^customers\/\$customerId\/(?:passes|appointments|subscriptions|videos|notes|questionnaires)$/],
  ['history', /^(?:customers\/\$customerId|settings)\/history$/],
];

/**
 * Which file a module is built into, by the screens that need it at once: each file of its own costs a request, and
 * compresses worse. What is loaded on intent takes no part in it, or a screen would be split along its menus and dialogs.
 */
export function screenChunks() {
  const screensOf = new Map<string, Set<string>>();
  const atOnce = new Set<string>();
  const plugin: Plugin = {
    name: 'screen-chunks',
    apply: 'build',
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const codeOf = (id: string) => this.getModuleInfo(id)?.code ?? '';
      const parts = new Map(ids.filter((id) => BARREL.test(id)).flatMap((id) => partsOf(id, codeOf(id))));
      const needsOf = (entry: string) => {
        const needs = new Set<string>();
        const open = [entry];
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (needs.has(id) || BARREL.test(id)) continue;
          needs.add(id);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
          for (const name of namesFromBarrels(codeOf(id))) open.push(...(parts.get(name) ?? []));
        }
        return needs;
      };
      for (const entry of ids) {
        const screen = SCREEN.exec(entry)?.[1];
        if (screen === undefined && !this.getModuleInfo(entry)?.isEntry) continue;
        for (const id of needsOf(entry)) {
          atOnce.add(id);
          if (screen !== undefined) screensOf.set(id, (screensOf.get(id) ?? new Set()).add(screen));
        }
      }
    },
  };
  // The gateway finds a screen in the manifest by the file of its route, which therefore stays one.
  const chunkFor = (id: string) => (SCREEN.test(id) ? undefined : chunkOf(screensOf.get(id) ?? new Set()));
  // What many screens share first: a file takes along what its modules import and no file before it has.
  const groups = [
    (name: string) => name === 'parts',
    (name: string) => name === 'customer',
    (name: string) => name === 'records' || name === 'fields',
    (name: string) => name.split('+').length > 2,
    (name: string) => name.includes('+'),
    () => true,
  ].map((belongs, at) => ({
    name: (id: string) => {
      const name = chunkFor(id);
      return name !== undefined && belongs(name) ? name.replaceAll('+', '-') : null;
    },
    priority: 10 - at,
  }));
  return { plugin, groups, isAtOnce: (id: string) => atOnce.has(id) };
}

/** "Button" → the file that defines it. */
function partsOf(barrel: string, code: string): [name: string, files: string[]][] {
  return [...code.matchAll(PART)].flatMap(([, names = '', path = '']) =>
    namesIn(names).map((name): [string, string[]] => [name, [join(dirname(barrel), path)]]),
  );
}

function namesFromBarrels(code: string): string[] {
  return [...code.matchAll(BARREL_IMPORT)].flatMap(([, names = '']) => namesIn(names));
}

function namesIn(list: string): string[] {
  return list.split(',').map((name) => name.trim().replace(/ as .*/, ''));
}

/** Nothing for a module that no screen needs at once; the families of screens that share it, joined by a plus. */
export function chunkOf(screens: ReadonlySet<string>): string | undefined {
  const names = [...screens].toSorted();
  const [first] = names;
  if (first === undefined) return undefined;
  // The frame of a customer's page is one of them.
  if (screens.has(`${CUSTOMER}route`)) {
    return screens.has(LIST) || names.some((screen) => !OF_CUSTOMERS.test(screen)) ? 'parts' : 'customer';
  }
  if (names.length === 1) return nameOf(first);
  const families = new Set(names.map((name) => FAMILIES.find(([, own]) => own.test(name))?.[0] ?? nameOf(name)));
  if (families.has('bookings') && families.has('tabs') && !families.has('settings')) return 'records';
  if (families.has('entry') && (families.has('bookings') || families.has('profile'))) return 'fields';
  // Slivers, each of which would cost a request.
  if (families.has('bookings') && families.size > 1) return 'parts';
  return [...families].join('+');
}

function nameOf(screen: string): string {
  return screen
    .replace(CUSTOMER, '')
    .replaceAll(/\W+/g, '-')
    .replace(/-(?:index|route)$/, '');
}
