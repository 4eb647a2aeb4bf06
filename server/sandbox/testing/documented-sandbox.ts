import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { toUrl } from '#contract/endpoint.ts';
import { reservie } from '#contract/reservie.ts';
import { type Sandbox, buildSandbox } from '../app.ts';
import { type OpenApiDocument, type Operation, type Parameter, describeApi } from '../openapi/document.ts';
import { NOON } from './sandbox-under-test.ts';
import { createAnswerCheck } from './answer-check.ts';

interface DocumentedCall {
  params?: Record<string, string>;
  /** Pairs, so that a parameter can be sent twice. */
  query?: [name: string, value: string][];
  body?: unknown;
  headers?: Record<string, string>;
}

export interface DocumentedOperation {
  name: string;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  operation: Operation;
  query: Parameter[];
  pathParameters: Parameter[];
  scope: string | undefined;
}

export interface DocumentedSandbox {
  sandbox: Sandbox;
  document: OpenApiDocument;
  operations: DocumentedOperation[];
  token: string;
  /** Calls with ids that exist and a valid body unless told otherwise; the answer has passed the document's check. */
  send: (operation: DocumentedOperation, call?: DocumentedCall) => Promise<LightMyRequestResponse>;
  /** A body that the operation accepts. */
  validBody: (operation: DocumentedOperation) => Record<string, unknown>;
}

/** A sandbox as its own OpenAPI document describes it: the tests that are generated from the document run on it. */
export async function openDocumentedSandbox(): Promise<DocumentedSandbox> {
  const sandbox = await buildSandbox({ file: ':memory:', customers: 40, clock: () => NOON, budgetPerMinute: 0 });
  afterAll(() => sandbox.close());
  const { app, client } = sandbox;
  const document = describeApi(reservie);
  const check = createAnswerCheck(document);
  const bodies: Record<string, Record<string, unknown>> = {
    createToken: { client_id: client.id, client_secret: client.secret },
    updateProfile: { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com', mobile: '07700900123' },
  };
  const issued = await app.inject({ method: 'POST', url: '/token', body: bodies['createToken'] ?? {} });
  const token = issued.json<{ access_token: string }>().access_token;
  const known: Record<string, string> = {
    customerId: 'cust_123',
    transactionId: 'txn_456',
    eventId: 'evt_42',
    dateId: 'date_501',
    passId: await firstId('/passes'),
    planId: await firstId('/subscription-plans'),
    mediaId: await firstId('/videos'),
  };

  async function firstId(url: string): Promise<string> {
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    const [first] = answer.json<{ data: { id: string }[] }>().data;
    if (!first) throw new Error(`${url} is empty`);
    return first.id;
  }

  async function send(called: DocumentedOperation, call: DocumentedCall = {}): Promise<LightMyRequestResponse> {
    const { method, path, operation } = called;
    const search = new URLSearchParams(call.query ?? []).toString();
    const answer = await app.inject({
      method,
      url: `${toUrl(path, { ...known, ...call.params })}${search ? `?${search}` : ''}`,
      headers: { authorization: `Bearer ${token}`, ...(bodies[called.name] && JSON_TYPE), ...call.headers },
      ...payload('body' in call ? call.body : bodies[called.name]),
    });
    const problems = check(operation, answer.statusCode, answer.json());
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return answer;
  }

  function validBody({ name }: DocumentedOperation): Record<string, unknown> {
    const body = bodies[name];
    if (!body) throw new Error(`No valid body of ${name} is known`);
    return body;
  }

  return { sandbox, document, operations: operationsOf(document), token, send, validBody };
}

const JSON_TYPE = { 'content-type': 'application/json' };

function payload(body: unknown): Pick<InjectOptions, 'payload'> {
  return body === undefined ? {} : { payload: JSON.stringify(body) };
}

function operationsOf(document: OpenApiDocument): DocumentedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: operation.operationId,
      method: method.toUpperCase() as DocumentedOperation['method'],
      path,
      operation,
      query: (operation.parameters ?? []).filter((parameter) => parameter.in === 'query'),
      pathParameters: (operation.parameters ?? []).filter((parameter) => parameter.in === 'path'),
      scope: operation.security[0]?.['accessToken']?.[0],
    })),
  );
}
