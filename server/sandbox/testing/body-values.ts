import type { JsonSchema } from '../openapi/json-schema.ts';

type Body = Record<string, unknown>;

export interface BodyCase {
  label: string;
  body: unknown;
  isValid: boolean;
}

/** Bodies around every limit that a documented body schema draws, made by changing one thing of a valid one. */
export function bodyCases(schema: JsonSchema, valid: Body): BodyCase[] {
  const { properties, required = [] } = schema as { properties: Record<string, JsonSchema>; required?: string[] };
  const cases: BodyCase[] = [
    { label: 'as documented', body: valid, isValid: true },
    { label: 'with a field more', body: { ...valid, extra: 1 }, isValid: true },
    { label: 'an array', body: [valid], isValid: false },
    { label: 'a string', body: 'text', isValid: false },
    { label: 'null', body: null, isValid: false },
    { label: 'empty', body: {}, isValid: required.length === 0 },
  ];
  for (const [name, property] of Object.entries(properties)) {
    const { [name]: _, ...without } = valid;
    cases.push({ label: `without ${name}`, body: without, isValid: !required.includes(name) });
    for (const value of [null, 42, true, {}, ['x']]) {
      cases.push({ label: `${name} ${JSON.stringify(value)}`, body: { ...valid, [name]: value }, isValid: false });
    }
    for (const [value, isValid] of textsAround(property)) {
      const label = `${name} of ${value.length} characters, ${isValid ? 'fits' : 'does not fit'}`;
      cases.push({ label, body: { ...valid, [name]: value }, isValid });
    }
  }
  return cases;
}

function textsAround({ minLength, maxLength, format, pattern }: JsonSchema): [text: string, isValid: boolean][] {
  const texts: [string, boolean][] = [];
  const make = (length: number) => (format === 'email' ? 'x@example.com'.padStart(length, 'a') : '1'.repeat(length));
  if (typeof minLength === 'number') texts.push([make(minLength), true], ['x'.repeat(minLength - 1), false]);
  if (typeof maxLength === 'number') texts.push([make(maxLength), true], [make(maxLength + 1), false]);
  if (format === 'email') texts.push(['jane', false], ['jane@', false], ['a b@example.com', false], ['', false]);
  if (typeof pattern === 'string') texts.push(['no letters here', new RegExp(pattern).test('no letters here')]);
  return texts;
}
