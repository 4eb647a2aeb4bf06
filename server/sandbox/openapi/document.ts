import type { Endpoint, EndpointTable } from '#contract/endpoint.ts';
import { ReservieError } from '#contract/reservie.ts';
import { Components, type JsonSchema } from './json-schema.ts';
import { ERRORS, type ErrorStatus, INTRODUCTION, PARAMETERS } from './words.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

interface Body {
  content: { 'application/json': { schema: JsonSchema } };
}

export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: Body & { required: true };
  responses: Record<string, (Body & { description: string }) | { $ref: string }>;
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string; description: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    securitySchemes: Record<string, JsonSchema>;
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Body & { description: string; headers?: JsonSchema }>;
  };
}

const SECURITY = 'accessToken';

/** An endpoint table as an OpenAPI 3.1 document. Depends on nothing but the table: the same table, the same bytes. */
export function describeApi(table: EndpointTable): OpenApiDocument {
  const components = new Components();
  const errorBody = components.convert(ReservieError, 'output');
  const paths: OpenApiDocument['paths'] = {};
  for (const [name, endpoint] of Object.entries(table)) {
    const path = (paths[endpoint.path] ??= {});
    path[endpoint.method.toLowerCase()] = describeOperation(name, endpoint, components);
  }
  const tags = new Set(Object.values(table).map(tagOf));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reservie M2M API (sandbox)',
      version: '2.0.0',
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The sandbox that serves this document' }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        [SECURITY]: { type: 'http', scheme: 'bearer', description: 'An access token from POST /token.' },
      },
      schemas: Object.fromEntries(Object.entries(components.schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      responses: describeErrors(errorBody),
    },
  };
}

function describeOperation(name: string, endpoint: Endpoint, components: Components): Operation {
  const parameters = [
    ...describeParameters(name, endpoint.params, 'path', components),
    ...describeParameters(name, endpoint.query, 'query', components),
  ];
  const errors = errorStatuses(endpoint).map((status) => [
    status,
    { $ref: `#/components/responses/${ERRORS[status].name}` },
  ]);
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [tagOf(endpoint)],
    security: endpoint.scope === undefined ? [] : [{ [SECURITY]: [endpoint.scope] }],
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && { requestBody: { required: true, ...json(components.convert(endpoint.body, 'input')) } }),
    responses: {
      200: { description: 'As asked.', ...json(components.convert(endpoint.answer, 'output')) },
      ...(Object.fromEntries(errors) as Operation['responses']),
    },
  };
}

/** What is sent is a string; what it stands for (`output`) tells a reader more: an integer from 1 to 100. */
function describeParameters(
  endpoint: string,
  schema: Endpoint['query'],
  place: Parameter['in'],
  components: Components,
): Parameter[] {
  if (!schema) return [];
  const { properties } = components.convert(schema, 'output') as { properties: Record<string, JsonSchema> };
  const { required = [] } = new Components().convert(schema, 'input') as { required?: string[] };
  return Object.entries(properties).map(([name, property]) => {
    const description = PARAMETERS[`${endpoint}.${name}`] ?? PARAMETERS[name];
    const words = description === undefined ? {} : { description };
    return { name, in: place, required: required.includes(name), ...words, schema: property };
  });
}

function errorStatuses(endpoint: Endpoint): ErrorStatus[] {
  const needsToken = endpoint.scope !== undefined;
  const statuses: [ErrorStatus, boolean][] = [
    [400, endpoint.query !== undefined || endpoint.body !== undefined],
    [401, true],
    [403, needsToken],
    [404, endpoint.params !== undefined],
    [429, needsToken],
  ];
  return statuses.filter(([, applies]) => applies).map(([status]) => status);
}

function describeErrors(body: JsonSchema): OpenApiDocument['components']['responses'] {
  const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } };
  return Object.fromEntries(
    Object.entries(ERRORS).map(([status, { name, description }]) => [
      name,
      { description, ...(status === '429' && { headers: retryAfter }), ...json(body) },
    ]),
  );
}

function tagOf({ path }: Endpoint): string {
  if (path === '/token') return 'Token';
  return path.startsWith('/customer') ? 'Customers' : 'Studio';
}

function json(schema: JsonSchema): Body {
  return { content: { 'application/json': { schema } } };
}
