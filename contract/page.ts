import * as z from 'zod/mini';

/** An integer that travels as a string of digits in a URL. */
function queryInt(min: number, max: number) {
  return z.codec(z.string().check(z.regex(/^\d{1,9}$/)), z.int().check(z.gte(min), z.lte(max)), {
    decode: Number,
    encode: String,
  });
}

/** `true` or `false`, spelled out, in a URL. */
export const QueryBoolean = z.codec(z.enum(['true', 'false']), z.boolean(), {
  decode: (text) => text === 'true',
  encode: (value) => (value ? 'true' : 'false'),
});

export const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 100;

/** Reservie's paging: `page` is 0-indexed, `pageSize` at most 100. */
export const PageQuery = z.object({
  page: z._default(queryInt(0, 1_000_000), 0),
  pageSize: z._default(queryInt(1, MAX_PAGE_SIZE), DEFAULT_PAGE_SIZE),
});
export type PageQuery = z.infer<typeof PageQuery>;

export function one<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ data: item });
}

export function list<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ data: z.array(item) });
}

/** A page as Reservie answers it; `total` counts items over all pages. */
export function page<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ data: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });
}

/** Stands where Reservie sent a row that does not fit the contract, so that one bad row never loses a page. */
export const UnreadableRow = z.object({
  unreadable: z.literal(true),
  /** The row's own id, where that much could be read. */
  id: z.nullable(z.string()),
  /** The paths that did not fit, such as `bookings.0.spaces`; never values. */
  problems: z.array(z.string()),
});
export type UnreadableRow = z.infer<typeof UnreadableRow>;

/** A page as the gateway answers it: every row is there, readable or not. */
export function readPage<Item extends z.ZodMiniType>(item: Item) {
  return page(z.union([UnreadableRow, item]));
}

export function isUnreadable<Row extends object>(row: Row | UnreadableRow): row is UnreadableRow {
  return 'unreadable' in row;
}
