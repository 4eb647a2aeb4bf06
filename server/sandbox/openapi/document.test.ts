import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { reservie } from '#contract/reservie.ts';
import { ALL_SCOPES } from '../auth/authorize.ts';
import { startSandbox } from '../testing/sandbox-under-test.ts';
import { type Operation, describeApi } from './document.ts';

const document = describeApi(reservie);
const text = JSON.stringify(document);
const operations = new Map(
  Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((operation): [string, Operation] => [operation.operationId, operation]),
  ),
);

function parameter(operation: string, name: string) {
  return operations.get(operation)?.parameters?.find((candidate) => candidate.name === name);
}

test('docs/openapi.json is what the contract says (npm run openapi writes it)', () => {
  expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(JSON.parse(text));
});

test('an independent validator accepts it as OpenAPI 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate('docs/openapi.json');
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('the validator would notice', async () => {
  const paths = { '/customers': { get: { responses: 'none' } } };
  const broken = JSON.stringify({ ...document, paths }, null, 2);
  const { errors, valid } = await new Validator().validate(broken);
  expect(valid).toBe(false);
  expect(JSON.stringify(errors)).toContain('/paths/~1customers/get/responses');
});

test('every endpoint of the contract is in it, once', () => {
  expect([...operations.keys()]).toEqual(Object.keys(reservie));
});

test('every scope is asked for by an operation', () => {
  const asked = [...operations.values()].flatMap(({ security }) => security.flatMap((need) => need['accessToken']));
  expect(new Set(asked)).toEqual(new Set(ALL_SCOPES));
});

test('query parameters show what they stand for, not the strings they travel as', () => {
  expect(parameter('listBookings', 'page')).toMatchObject({ required: false, schema: { type: 'integer', default: 0 } });
  expect(parameter('listBookings', 'pageSize')?.schema).toEqual({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 30,
  });
  expect(parameter('listBookings', 'future_only')?.schema).toEqual({ type: 'boolean', default: false });
  expect(parameter('listBookings', 'startDate')?.schema).toEqual({ $ref: '#/components/schemas/LocalDate' });
  expect(document.components.schemas['LocalDate']).toMatchObject({ type: 'string', format: 'date' });
  expect(parameter('listBookings', 'customerId')).toMatchObject({ in: 'path', required: true });
});

test('every parameter is explained', () => {
  const silent = [...operations.values()].flatMap(({ operationId, parameters = [] }) =>
    parameters.filter(({ description }) => description === undefined).map(({ name }) => `${operationId}.${name}`),
  );
  expect(silent).toEqual([]);
});

test('each operation documents the errors it can answer', () => {
  expect(Object.keys(operations.get('listBookings')?.responses ?? {})).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '429',
  ]);
  expect(Object.keys(operations.get('listCustomers')?.responses ?? {})).toEqual(['200', '401', '403', '429']);
  expect(Object.keys(operations.get('createToken')?.responses ?? {})).toEqual(['200', '400', '401']);
});

test('every reference leads somewhere', () => {
  const references = text.matchAll(/"\$ref":"#\/components\/(schemas|responses)\/(\w+)"/g);
  const missing = [...references].filter(
    ([, kind, name]) => !Object.hasOwn(document.components[kind as 'schemas' | 'responses'], name ?? ''),
  );
  expect(missing).toEqual([]);
});

test('the sandbox serves it to all callers, and a page with its viewer', async () => {
  const { app } = await startSandbox();
  expect((await app.inject('/openapi.json')).json()).toEqual(JSON.parse(text));
  const page = await app.inject('/docs');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('data-url="/openapi.json"');
  const viewer = await app.inject('/docs/viewer.js');
  expect([viewer.statusCode, viewer.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(viewer.body).toContain('createApiReference');
});

test('the page may load nothing from another origin', async () => {
  const { app } = await startSandbox();
  const page = await app.inject('/docs');
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(page.body).not.toMatch(/https?:\/\//);
});
