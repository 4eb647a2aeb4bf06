import { expect, test } from 'vitest';
import { history } from '#contract/history.ts';
import { json } from '../testing/fake-reservie.ts';
import { type LiveUnderTest, startLive } from '../testing/live-under-test.ts';

const FORMS = '/api/customers/cust_123/questionnaires';
const UPSTREAM = 'GET /customer/cust_123/questionnaire-answers';

function filled(id: string, ...answers: string[]) {
  return {
    id,
    type: 'questionnaire_answer',
    questionnaire: { id: 'qst_1', name: 'Health' },
    submitted_at: '2026-01-09T21:38:00',
    answers: answers.map((answer, number) => ({ question: `Question ${number + 1}`, answer })),
  };
}

async function startWith(...pages: object[][]) {
  const desk = await startLive();
  const total = pages.flat().length;
  const answers = pages.map((data, page) => json(200, { data, total, page, pageSize: pages[0]?.length }));
  desk.upstream.behave(UPSTREAM, ...answers);
  return desk;
}

async function reveal(desk: LiveUnderTest, role: 'viewer' | 'desk', id: string) {
  const browser = await desk.signIn(role);
  return browser.ask({ method: 'POST', url: `${FORMS}/${id}/reveal` });
}

async function recorded(desk: LiveUnderTest) {
  const answer = await (await desk.signIn('manager')).ask({ url: '/api/history?customerId=cust_123' });
  return history.listHistory.answer.parse(answer.json()).data;
}

test('a list of questionnaires holds no answer, and looking at it is not recorded', async () => {
  const desk = await startWith([filled('qa_1', 'asthma', ' '), { id: 'qa_2' }]);
  const answer = await (await desk.signIn('desk')).ask({ url: FORMS });
  expect(answer.body).not.toMatch(/asthma|Question 1/);
  expect(answer.json()).toMatchObject({
    data: [
      { id: 'qa_1', questionnaire: { name: 'Health' }, questions: 2, unanswered: 1 },
      { unreadable: true, id: 'qa_2' },
    ],
  });
  expect(await recorded(desk)).toEqual([]);
});

test('each reveal is recorded as a look, whatever the cache holds', async () => {
  const desk = await startWith([filled('qa_1', 'asthma')]);
  const answers = [await reveal(desk, 'desk', 'qa_1'), await reveal(desk, 'desk', 'qa_1')];
  expect(answers.map((answer) => answer.json<{ data: object }>().data)).toEqual([
    filled('qa_1', 'asthma'),
    filled('qa_1', 'asthma'),
  ]);
  expect(desk.upstream.calls).toHaveLength(1);
  const entry = { action: 'revealAnswers', subject: 'qa_1', result: 'done', staff: { role: 'desk' } };
  expect(await recorded(desk)).toMatchObject([entry, entry]);
  const changes = await (
    await desk.signIn('manager')
  ).ask({ url: '/api/history?customerId=cust_123&changesOnly=true' });
  expect(changes.json()).toMatchObject({ total: 0 });
});

test('what cannot be recorded is not revealed', async () => {
  const desk = await startWith([filled('qa_1', 'asthma')]);
  await desk.signIn('desk');
  await desk.store.db.schema.alterTable('history').renameTo('history_gone').execute();
  const answer = await reveal(desk, 'desk', 'qa_1');
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('asthma');
  await desk.store.db.schema.alterTable('history_gone').renameTo('history').execute();
});

test('answers beyond the first page are found, and those that are gone are not', async () => {
  const desk = await startWith([filled('qa_1', 'asthma')], [filled('qa_2', 'none')]);
  expect((await reveal(desk, 'desk', 'qa_2')).json()).toMatchObject({ data: { id: 'qa_2' } });
  const gone = await reveal(desk, 'desk', 'qa_3');
  expect([gone.statusCode, gone.json()]).toMatchObject([404, { code: 'not_found' }]);
  expect((await recorded(desk))[0]).toMatchObject({ action: 'revealAnswers', subject: 'qa_3', result: 'refused' });
});

test('a viewer reveals nothing, and the attempt is recorded', async () => {
  const desk = await startWith([filled('qa_1', 'asthma')]);
  const answer = await reveal(desk, 'viewer', 'qa_1');
  expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'forbidden' }]);
  expect(desk.upstream.calls).toEqual([]);
  expect(await recorded(desk)).toMatchObject([{ action: 'revealAnswers', result: 'refused', code: 'forbidden' }]);
});

test('a reveal that fails says so and is recorded as such', async () => {
  const desk = await startLive();
  desk.upstream.behave(UPSTREAM, json(403, {}));
  const answer = await reveal(desk, 'desk', 'qa_1');
  expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'missing_scope' }]);
  expect(await recorded(desk)).toMatchObject([{ action: 'revealAnswers', result: 'refused', code: 'missing_scope' }]);
});
