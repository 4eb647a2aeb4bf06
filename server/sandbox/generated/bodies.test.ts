import { expect, test } from 'vitest';
import { bodyCases } from '../testing/body-values.ts';
import { openDocumentedSandbox } from '../testing/documented-sandbox.ts';
import { dereference } from '../testing/parameter-values.ts';

const { document, operations, send, validBody } = await openDocumentedSandbox();
const withBody = operations.filter(({ operation }) => operation.requestBody);

const cases = withBody.flatMap((called) => {
  const { schema } = called.operation.requestBody?.content['application/json'] ?? {};
  return bodyCases(dereference(schema ?? {}, document), validBody(called)).map((made) => ({ called, ...made }));
});

test('the token and the profile are what takes a body', () => {
  expect(withBody.map(({ name }) => name)).toEqual(['createToken', 'updateProfile']);
});

test.each(cases.filter(({ isValid }) => isValid))('$called.name accepts $label', async ({ called, body }) => {
  // A well-formed body may still hold the wrong credentials.
  expect([200, 401]).toContain((await send(called, { body })).statusCode);
});

test.each(cases.filter(({ isValid }) => !isValid))('$called.name refuses $label', async ({ called, body }) => {
  const answer = await send(called, { body });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toEqual({ error: 'invalid_request', message: expect.any(String) });
});

test.each(withBody)('$name refuses what is not JSON', async (called) => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1']) {
    const answer = await send(called, { body: 'a=b', headers: { 'content-type': type } });
    expect(answer.statusCode).toBe(400);
  }
  expect((await send(called, { body: undefined })).statusCode).toBe(400);
});

test('a valid profile is written as it was sent, trimmed', async () => {
  const update = operations.find(({ name }) => name === 'updateProfile');
  const read = operations.find(({ name }) => name === 'getProfile');
  if (!update || !read) throw new Error('The profile is not documented');
  const body = { firstname: ' Zoë ', lastname: 'O’Brien-Smith', email: 'zoe@example.com', mobile: '' };
  expect((await send(update, { body })).json()).toEqual({ message: 'Profile updated successfully' });
  expect((await send(read)).json()).toEqual({
    data: { id: 'cust_123', type: 'customer', ...body, firstname: 'Zoë' },
  });
});
