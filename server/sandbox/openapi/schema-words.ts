import { Html, html } from './html.ts';
import type { JsonSchema } from './json-schema.ts';

/** A schema in a few words, with links to the named ones: "array of Booking", "integer from 1 to 100, default 30". */
export function typeWords(schema: JsonSchema): Html {
  const { $ref, anyOf, enum: values, items } = schema;
  if (typeof $ref === 'string') return schemaLink($ref);
  if (Array.isArray(anyOf)) return join((anyOf as JsonSchema[]).map(typeWords), ' or ');
  if ('const' in schema) return html`<code>${JSON.stringify(schema['const'])}</code>`;
  if (Array.isArray(values))
    return join(
      values.map((value) => html`<code>${JSON.stringify(value)}</code>`),
      ' or ',
    );
  if (schema['type'] === 'array') return html`array of ${typeWords((items ?? {}) as JsonSchema)}`;
  if (schema['type'] === 'object') return objectWords(schema);
  return html`${kind(schema)}${limits(schema)}`;
}

/** The fields of an object schema as a table; undefined when it has none. */
export function fieldTable(schema: JsonSchema): Html | undefined {
  const { properties, required } = schema as { properties?: Record<string, JsonSchema>; required?: string[] };
  if (!properties) return undefined;
  const rows = Object.entries(properties).map(
    ([name, property]) =>
      html`<tr>
        <th scope="row"><code>${name}</code></th>
        <td>${typeWords(property)}</td>
        <td>${required?.includes(name) ? 'always' : 'optional'}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Type</th>
        <th scope="col">Present</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function schemaLink($ref: string): Html {
  const name = $ref.slice($ref.lastIndexOf('/') + 1);
  return html`<a href="#schema-${name}">${name}</a>`;
}

function objectWords(schema: JsonSchema): Html {
  return fieldTable(schema) ?? html`object`;
}

function kind({ type, format, pattern }: JsonSchema): string {
  if (typeof format === 'string') return format;
  if (typeof pattern === 'string') return `${String(type)} like ${pattern}`;
  return typeof type === 'string' ? type : 'anything';
}

function limits({ minimum, maximum, minLength, maxLength, default: preset }: JsonSchema): string {
  const words = [
    minimum !== undefined && `at least ${JSON.stringify(minimum)}`,
    maximum !== undefined && `at most ${JSON.stringify(maximum)}`,
    minLength !== undefined && `${JSON.stringify(minLength)} or more characters`,
    maxLength !== undefined && `at most ${JSON.stringify(maxLength)} characters`,
    preset !== undefined && `default ${JSON.stringify(preset)}`,
  ].filter((word) => word !== false);
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

function join(parts: readonly Html[], between: string): Html {
  return new Html(parts.map(({ text }) => text).join(between));
}
