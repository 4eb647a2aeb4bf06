import { expect, test } from 'vitest';
import { openDocumentedSandbox } from '../testing/documented-sandbox.ts';
import { dereference, valuesOf } from '../testing/parameter-values.ts';

const { document, operations, send } = await openDocumentedSandbox();

/** What a parameter needs beside it to be valid (contract/event.ts, EventsQuery). */
const COMPANIONS: Record<string, [string, string][]> = {
  'listEvents.timeFilter': [
    ['startDate', '2026-01-01T00:00:00Z'],
    ['endDate', '2026-06-01T00:00:00Z'],
  ],
};

const parameters = operations.flatMap((operation) =>
  operation.query.map((parameter) => {
    const label = `${operation.name}.${parameter.name}`;
    return { label, operation, parameter, companions: COMPANIONS[label] ?? [], ...valuesOf(parameter, document) };
  }),
);

test('there is something to walk', () => {
  expect(parameters.length).toBeGreaterThan(20);
});

test.each(parameters.flatMap((walked) => walked.good.map((value) => ({ ...walked, value }))))(
  '$label accepts "$value"',
  async ({ operation, parameter, companions, value }) => {
    const answer = await send(operation, { query: [[parameter.name, value], ...companions] });
    expect(answer.statusCode).toBe(200);
  },
);

test.each(
  parameters
    .filter(({ parameter }) => parameter.name === 'page' || parameter.name === 'pageSize')
    .flatMap((walked) => walked.good.map((value) => ({ ...walked, value }))),
)('$label says that it is "$value"', async ({ operation, parameter, value }) => {
  const answer = await send(operation, { query: [[parameter.name, value]] });
  expect(answer.json()).toHaveProperty(parameter.name, Number(value));
});

test.each(parameters.flatMap((walked) => walked.bad.map((value) => ({ ...walked, value }))))(
  '$label refuses "$value"',
  async ({ operation, parameter, companions, value }) => {
    const answer = await send(operation, { query: [[parameter.name, value], ...companions] });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_request' });
    expect(answer.json<{ message: string }>().message).toContain(parameter.name);
  },
);

test.each(parameters)('$label refuses to be sent twice', async ({ operation, parameter, companions, good }) => {
  const [value = ''] = good;
  const query: [string, string][] = [[parameter.name, value], [parameter.name, value], ...companions];
  expect((await send(operation, { query })).statusCode).toBe(400);
});

test.each(parameters.filter(({ parameter }) => 'default' in dereference(parameter.schema, document)))(
  '$label is its default when it is left out',
  async ({ operation, parameter }) => {
    const preset = JSON.stringify(dereference(parameter.schema, document)['default']);
    const spelledOut = await send(operation, { query: [[parameter.name, preset]] });
    expect((await send(operation)).json()).toEqual(spelledOut.json());
  },
);

test.each(operations)('$name ignores undocumented parameters', async (operation) => {
  const answer = await send(operation, { query: [['utm_source', 'x']] });
  expect(answer.statusCode).toBe(200);
});

test.each([
  ['timeFilter=future without startDate', [['timeFilter', 'future']]],
  [
    'timeFilter=past without endDate',
    [
      ['timeFilter', 'past'],
      ['startDate', '2026-01-01T00:00:00Z'],
    ],
  ],
] as [string, [string, string][]][])('listEvents refuses %s', async (_, query) => {
  const listEvents = operations.find(({ name }) => name === 'listEvents');
  if (!listEvents) throw new Error('listEvents is not documented');
  expect((await send(listEvents, { query })).statusCode).toBe(400);
});
