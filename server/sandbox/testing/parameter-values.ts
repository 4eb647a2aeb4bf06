import type { OpenApiDocument, Parameter } from '../openapi/document.ts';
import type { JsonSchema } from '../openapi/json-schema.ts';

export interface Values {
  /** Each alone is a valid value. */
  good: string[];
  bad: string[];
}

/** The values around a query parameter's limits, as its documented schema draws them. Throws for an unknown kind. */
export function valuesOf(parameter: Parameter, document: OpenApiDocument): Values {
  const schema = dereference(parameter.schema, document);
  if (schema['type'] === 'integer') return integers(Number(schema['minimum']), Number(schema['maximum']));
  if (schema['type'] === 'boolean') return { good: ['true', 'false'], bad: ['TRUE', 'yes', '1', '0', '', 'null'] };
  if (Array.isArray(schema['enum'])) return { good: schema['enum'].map(String), bad: ['', 'unheard of'] };
  if (schema['format'] === 'date') return DATES;
  if (schema['format'] === 'date-time') return INSTANTS;
  throw new Error(`No values for the kind of parameter that ${parameter.name} is: ${JSON.stringify(schema)}`);
}

export function dereference(schema: JsonSchema, document: OpenApiDocument): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  return document.components.schemas[$ref.slice('#/components/schemas/'.length)] ?? {};
}

function integers(min: number, max: number): Values {
  return {
    good: [min, min + 1, max - 1, max].map(String),
    bad: [String(min - 1), String(max + 1), '-1', '1.5', '1e1', '0x1', ' 1', '+1', '', 'one', '99999999999999999999'],
  };
}

const DATES: Values = {
  good: ['2000-01-01', '2024-02-29', '2026-03-29', '2026-10-25', '2099-12-31'],
  bad: ['2026-02-29', '2026-13-01', '2026-00-10', '2026-3-1', '01/03/2026', '2026-03-01T00:00:00', 'today', ''],
};

const INSTANTS: Values = {
  good: ['2026-03-01T00:00:00Z', '2026-03-29T01:00:00.500Z', '2024-02-29T23:59:59Z'],
  bad: ['2026-03-01', '2026-03-01T00:00:00', '2026-03-01T00:00:00+01:00', '2026-02-29T00:00:00Z', 'now', ''],
};
