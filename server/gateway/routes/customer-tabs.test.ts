import { expect, test } from 'vitest';
import { json } from '../testing/fake-reservie.ts';
import { startGateway } from '../testing/gateway-under-test.ts';

test.each([
  ['passes', 'packages', 'packages:read'],
  ['appointments', 'appointments', 'appointments:read'],
  ['appointments/summary', 'appointments', 'appointments:read'],
  ['subscriptions', 'subscription-mandates', 'subscription-mandates:read'],
  ['videos', 'videos', 'videos:read'],
  ['notes', 'notes', 'notes:read'],
  ['questionnaires', 'questionnaire-answers', 'questionnaire-answers:read'],
])('%s: a page of %s, or the missing scope', async (ours, theirs, scope) => {
  const { ask, upstream } = await startGateway();
  const operation = `GET /customer/cust_1/${theirs}`;
  upstream.behave(operation, json(200, { data: [{ id: 'x_1' }], total: 61, page: 1, pageSize: 60 }), json(403, {}));
  const page = await ask(`/api/customers/cust_1/${ours}?page=1&pageSize=60`);
  expect(page.json()).toMatchObject({ data: [{ unreadable: true, id: 'x_1' }], total: 61, page: 1, pageSize: 60 });
  expect(upstream.calls[0]?.url).toMatch(/\?page=1&pageSize=60$/);
  const refused = await ask(`/api/customers/cust_1/${ours}`);
  expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'missing_scope', scope }]);
});
