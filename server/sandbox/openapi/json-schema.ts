import * as z from 'zod/mini';
import * as appointment from '#contract/appointment.ts';
import * as booking from '#contract/booking.ts';
import * as customer from '#contract/customer.ts';
import * as event from '#contract/event.ts';
import * as id from '#contract/id.ts';
import * as media from '#contract/media.ts';
import * as note from '#contract/note.ts';
import * as pass from '#contract/pass.ts';
import * as payment from '#contract/payment.ts';
import * as plan from '#contract/plan.ts';
import * as questionnaire from '#contract/questionnaire.ts';
import { ReservieError } from '#contract/reservie.ts';
import * as subscription from '#contract/subscription.ts';
import * as time from '#contract/time.ts';
import * as video from '#contract/video.ts';

export type JsonSchema = Record<string, unknown>;

const modules = [
  appointment,
  booking,
  customer,
  event,
  id,
  media,
  note,
  pass,
  payment,
  plan,
  questionnaire,
  subscription,
  time,
  video,
];

/** The contract's schemas by their own names; whatever is not among them is written out where it is used. */
const named = z.registry<{ id: string }>();
named.add(ReservieError, { id: 'ReservieError' });
for (const exported of modules) {
  for (const [name, value] of Object.entries<unknown>(exported)) {
    if (value instanceof z.core.$ZodType && !name.endsWith('Query')) named.add(value, { id: name });
  }
}

const LOCAL_DATE_TIME = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$`,
  description: 'Wall time without a zone, such as 2026-03-03T09:00:00.',
};
/** zod spells these formats out as regular expressions of 200 characters; the format says the same. */
const SELF_EXPLAINING = new Set(['date', 'date-time', 'email']);

/** Collects the named schemas that the converted ones refer to. */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};

  /**
   * A schema as JSON Schema 2020-12, referring to named ones under `#/components/schemas`. `input` is what a caller
   * may send, `output` what a handler receives or an answer holds.
   */
  convert(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
    const made = z.toJSONSchema(schema, { metadata: named, io, override: simplify });
    const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
    const { $schema: _, $defs, id: name, ...own } = JSON.parse(text) as JsonSchema;
    for (const [defined, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
      const { id: _, ...rest } = definition;
      this.schemas[defined] = rest;
    }
    if (typeof name !== 'string') return own;
    this.schemas[name] = own;
    return { $ref: `#/components/schemas/${name}` };
  }
}

function simplify({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema === time.LocalDateTime) {
    delete jsonSchema['allOf'];
    Object.assign(jsonSchema, LOCAL_DATE_TIME);
  }
  if (SELF_EXPLAINING.has(String(jsonSchema['format']))) delete jsonSchema['pattern'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
}
