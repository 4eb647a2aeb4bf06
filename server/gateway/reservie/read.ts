import { setImmediate } from 'node:timers/promises';
import * as z from 'zod/mini';
import { Customer, CustomerProfile } from '#contract/customer.ts';
import type { UnreadableRow } from '#contract/page.ts';
import { malformed } from './errors.ts';

const MOST_PROBLEMS = 10;
/** Reading so many customers takes some 10 ms. */
const ROWS_AT_ONCE = 2_000;

type Schema<Item> = z.ZodMiniType<Item>;

export interface Page<Item> {
  data: (Item | UnreadableRow)[];
  total: number;
  page: number;
  pageSize: number;
}

const Envelope = z.object({ data: z.unknown() });
const ListEnvelope = z.object({ data: z.array(z.unknown()) });
const PageEnvelope = z.object({
  data: z.array(z.unknown()),
  total: z.int().check(z.nonnegative()),
  page: z.optional(z.int()),
  pageSize: z.optional(z.int()),
});

/** One resource. @throws Problem `reservie_malformed`, naming paths, never values. */
export function readOne<Item>(schema: Schema<Item>, json: unknown): Item {
  const parsed = schema.safeParse(open(Envelope, json).data);
  if (!parsed.success) throw malformed(pathsOf(parsed.error));
  return parsed.data;
}

/** A whole list, in which a row that does not fit stands as unreadable. It may be long: others get their turn between. */
export async function readList<Item>(schema: Schema<Item>, json: unknown): Promise<(Item | UnreadableRow)[]> {
  const rows: (Item | UnreadableRow)[] = [];
  for (const row of open(ListEnvelope, json).data) {
    rows.push(readRow(schema, row));
    if (rows.length % ROWS_AT_ONCE === 0) await setImmediate();
  }
  return rows;
}

/** A page. Reservie's own `page` and `pageSize` win over what was asked, should it have clamped them. */
export function readPage<Item>(
  schema: Schema<Item>,
  json: unknown,
  asked: { page: number; pageSize: number },
): Page<Item> {
  const envelope = open(PageEnvelope, json);
  return {
    data: envelope.data.map((row) => readRow(schema, row)),
    total: envelope.total,
    page: envelope.page ?? asked.page,
    pageSize: envelope.pageSize ?? asked.pageSize,
  };
}

function open<Item>(schema: Schema<Item>, json: unknown): Item {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw malformed(pathsOf(parsed.error));
  return parsed.data;
}

function readRow<Item>(schema: Schema<Item>, row: unknown): Item | UnreadableRow {
  const parsed = schema.safeParse(row);
  return parsed.success ? parsed.data : { unreadable: true, id: idOf(row), problems: pathsOf(parsed.error) };
}

/** Only something that looks like one of Reservie's ids is passed on as an id. */
const AnyId = z.object({ id: z.string().check(z.regex(/^[a-z]{1,12}[_-][A-Za-z0-9-]{1,64}$/)) });

function idOf(row: unknown): string | null {
  const parsed = AnyId.safeParse(row);
  return parsed.success ? parsed.data.id : null;
}

function pathsOf(error: z.core.$ZodError): string[] {
  const paths = error.issues.map((issue) => issue.path.join('.') || 'row');
  return [...new Set(paths)].slice(0, MOST_PROBLEMS);
}

/** Reservie documents `mobile` as a string; whether a customer without one has `""`, `null` or no field, it does not say. */
const mobile = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? ''),
);

export const TolerantCustomer = z.extend(Customer, { mobile });
export const TolerantProfile = z.extend(CustomerProfile, { mobile });
