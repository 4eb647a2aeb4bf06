import * as z from 'zod/mini';

/** The parts of Vite's manifest that matter here (https://vite.dev/guide/backend-integration). */
export const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.optional(z.array(z.string())),
    css: z.optional(z.array(z.string())),
  }),
);
export type Manifest = z.infer<typeof Manifest>;

export interface ChunkFiles {
  scripts: string[];
  styles: string[];
}

interface RouteChunk {
  key: string;
  segments: string[];
  /** A layout holds for all addresses below its own. */
  isLayout: boolean;
}

/** Addresses that only lead on, and where to. */
const LEADS_ON: readonly [from: RegExp, to: string][] = [
  [/^\/$/, '/customers'],
  [/^(\/customers\/[^/]+)$/, '$1/overview'],
  [/^\/settings$/, '/settings/account'],
];

/** Which built files the route of an address needs beside the base, so that both are fetched at once. */
export class PageChunks {
  readonly #manifest: Manifest;
  readonly #routes: RouteChunk[];
  readonly #base: Set<string>;
  /** Twice on the page, a style sheet would be computed twice. */
  readonly #baseStyles: Set<string>;

  /** @param page as it was built: what it names itself is the base. */
  constructor(manifest: Manifest, page: string) {
    this.#manifest = manifest;
    this.#routes = Object.keys(manifest).flatMap(toRouteChunk);
    const named = Object.entries(manifest).filter(([, { file }]) => page.includes(`/${file}`));
    this.#base = this.#reach(named.map(([key]) => key));
    this.#baseStyles = new Set([...this.#base].flatMap((key) => manifest[key]?.css ?? []));
  }

  /** Paths as a browser asks for them; nothing for an address without a route. */
  filesFor(pathname: string): ChunkFiles {
    const segments = split(leadOn(pathname.replace(/(?<=.)\/$/, '')));
    const keys = this.#routes.filter((route) => isUnder(route, segments)).map(({ key }) => key);
    const chunks = [...this.#reach(keys)].filter((key) => !this.#base.has(key));
    const styles = chunks.flatMap((key) => this.#manifest[key]?.css ?? []);
    return {
      scripts: chunks.map((key) => `/${this.#manifest[key]?.file}`),
      styles: [...new Set(styles)].filter((file) => !this.#baseStyles.has(file)).map((file) => `/${file}`),
    };
  }

  #reach(keys: readonly string[], reached = new Set<string>()): Set<string> {
    for (const key of keys) {
      if (reached.has(key)) continue;
      reached.add(key);
      this.#reach(this.#manifest[key]?.imports ?? [], reached);
    }
    return reached;
  }
}

/** `src/routes/customers/$customerId/route.tsx?tsr-split=component` → the layout of `/customers/$customerId`. */
function toRouteChunk(key: string): RouteChunk[] {
  const path = /^src\/routes\/(.+)\.tsx\?tsr-split=(?:\w+---)*component\b/.exec(key)?.[1];
  if (path === undefined) return [];
  const segments = path.split('/');
  const isLayout = segments.at(-1) === 'route';
  if (isLayout || segments.at(-1) === 'index') segments.pop();
  return [{ key, segments, isLayout }];
}

function leadOn(pathname: string): string {
  const [from, to] = LEADS_ON.find(([pattern]) => pattern.test(pathname)) ?? [];
  return from && to !== undefined ? pathname.replace(from, to) : pathname;
}

function split(pathname: string): string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}

function isUnder({ segments, isLayout }: RouteChunk, asked: readonly string[]): boolean {
  if (isLayout ? asked.length < segments.length : asked.length !== segments.length) return false;
  return segments.every((segment, at) => segment.startsWith('$') || segment === asked[at]);
}
