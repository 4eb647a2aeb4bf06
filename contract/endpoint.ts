import type * as z from 'zod/mini';
import type { Access } from './role.ts';

/**
 * One HTTP operation, described once: the server guards with it, the client calls through it, the OpenAPI document is
 * generated from it. `path` uses `{name}` placeholders; `query` schemas read the strings of a URL and yield values.
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/${string}`;
  /** One sentence, imperative, for people who read the API documentation. */
  summary: string;
  /** Scope an API client needs; only Reservie's own endpoints have one. */
  scope?: string;
  /** Who may call it; every one of the gateway's endpoints says so, and one that does not is refused to all callers. */
  access?: Access;
  /** Also for staff whose role needs a second factor that they have not turned on yet. */
  isBeforeTwoFactor?: true;
  /** Reading it is recorded in the history as a look: the page reads it when it is opened, and not by itself. */
  isRecorded?: true;
  params?: z.ZodMiniType<Record<string, unknown>, Record<string, unknown>>;
  query?: z.ZodMiniType<Record<string, unknown>, Record<string, unknown>>;
  body?: z.ZodMiniType;
  answer: z.ZodMiniType;
}

export type EndpointTable = Record<string, Endpoint>;

export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Output<S> = S extends z.ZodMiniType ? z.output<S> : never;
type OptionalKeys<I> = { [K in keyof I]-?: undefined extends I[K] ? K : never }[keyof I];

/** What a caller passes for a schema: the parsed types, but whatever has a default or is optional may be left out. */
type Callable<S> = S extends z.ZodMiniType
  ? Omit<Output<S>, OptionalKeys<z.input<S>> & keyof Output<S>> &
      Partial<Pick<Output<S>, OptionalKeys<z.input<S>> & keyof Output<S>>>
  : never;

type Part<E, K extends 'params' | 'query' | 'body'> = E extends Record<K, infer S extends z.ZodMiniType> ? S : never;

/** What a handler receives: every declared part, parsed. */
export type Input<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as Part<E, K> extends never ? never : K]: Output<Part<E, K>>;
};

/** What a client passes: every declared part, with defaults left out at will. */
export type Call<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as Part<E, K> extends never ? never : K]: Callable<Part<E, K>>;
};

export type Answer<E extends Endpoint> = z.output<E['answer']>;

/** One function for each endpoint of a table, and no other. */
export type Handlers<T extends EndpointTable, Context> = {
  [K in keyof T]: (input: Input<T[K]>, context: Context) => Answer<T[K]> | Promise<Answer<T[K]>>;
};

/** Fills the placeholders and appends the query: `/customer/cust_1/bookings?page=0`. Undefined values are left out. */
export function toUrl(path: string, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) search.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}
