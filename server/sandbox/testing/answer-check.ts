import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument, Operation } from '../openapi/document.ts';

const ROOT = 'openapi.json';

/** What is wrong with an answer by the document, in words; empty when nothing is. */
export type AnswerCheck = (operation: Operation, status: number, body: unknown) => string[];

/** Reads the document with a JSON-schema validator that shares nothing with the schemas it was generated from. */
export function createAnswerCheck(document: OpenApiDocument): AnswerCheck {
  // The document itself is no JSON schema: only what is referred to inside it is compiled.
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  ajv.addSchema({ $id: ROOT, $defs: relocate(document.components.schemas) });
  const compiled = new Map<string, ValidateFunction>();

  return (operation, status, body) => {
    const key = `${operation.operationId} ${status}`;
    const response = operation.responses[String(status)];
    if (!response) return [`${key} is not documented`];
    let validate = compiled.get(key);
    if (!validate) {
      const { schema } = resolve(document, response).content['application/json'];
      validate = ajv.compile(relocate(schema));
      compiled.set(key, validate);
    }
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${key} ${instancePath}: ${message ?? ''}`);
  };
}

type Resolved = OpenApiDocument['components']['responses'][string];

function resolve(document: OpenApiDocument, response: Operation['responses'][string]): Resolved {
  if (!('$ref' in response)) return response;
  const shared = document.components.responses[response.$ref.slice('#/components/responses/'.length)];
  if (!shared) throw new Error(`${response.$ref} leads nowhere`);
  return shared;
}

/** Points references at where the components are registered. */
function relocate(schema: object): object {
  const text = JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${ROOT}#/$defs/`);
  return JSON.parse(text) as object;
}
