import { expect, test } from 'vitest';
import { openDocumentedSandbox } from '../testing/documented-sandbox.ts';

const { operations, sandbox, send, token } = await openDocumentedSandbox();

async function idsOf(url: string): Promise<string[]> {
  const answer = await sandbox.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
  return answer.json<{ data: { id: string }[] }>().data.map(({ id }) => id);
}

/** Every id that the studio's own lists know, for each parameter. */
const ids: Record<string, string[]> = {
  customerId: await idsOf('/customers'),
  passId: await idsOf('/passes'),
  planId: await idsOf('/subscription-plans'),
  mediaId: await idsOf('/videos'),
  eventId: await idsOf('/events'),
};

const walkable = operations.filter(
  ({ method, pathParameters }) =>
    method === 'GET' && pathParameters.length === 1 && pathParameters[0]?.name !== undefined,
);

test.each(walkable)('$name: every row of every customer is as documented', async (called) => {
  const [parameter] = called.pathParameters;
  const all = ids[parameter?.name ?? ''] ?? [];
  expect(all.length).toBeGreaterThan(0);
  const query: [string, string][] = called.query.some(({ name }) => name === 'pageSize') ? [['pageSize', '100']] : [];
  if (called.name === 'listBookings') query.push(['startDate', '2000-01-01']);
  for (const id of all) {
    // `send` throws what the document's check finds.
    const answer = await send(called, { params: { [parameter?.name ?? '']: id }, query });
    expect(answer.statusCode).toBe(200);
  }
});

test('every register is as documented', async () => {
  const getRegister = operations.find(({ name }) => name === 'getRegister');
  const getEvent = operations.find(({ name }) => name === 'getEvent');
  if (!getRegister || !getEvent) throw new Error('Registers are not documented');
  for (const eventId of ids['eventId'] ?? []) {
    const event = await send(getEvent, { params: { eventId } });
    const { dates } = event.json<{ data: { dates: { id: string }[] } }>().data;
    for (const { id: dateId } of dates.slice(0, 3)) {
      expect((await send(getRegister, { params: { eventId, dateId } })).statusCode).toBe(200);
    }
  }
});

test.each([
  { kind: 'missing-field', field: 'email' },
  { kind: 'wrong-type', field: 'archived' },
  { kind: 'extra-fields' },
] as const)('the check notices $kind', async (fault) => {
  const listCustomers = operations.find(({ name }) => name === 'listCustomers');
  if (!listCustomers) throw new Error('The customer list is not documented');
  sandbox.faults.add({ endpoint: 'listCustomers', count: 1, ...fault });
  await expect(send(listCustomers)).rejects.toThrow(/^listCustomers 200 /);
});
