import { expect, test } from 'vitest';
import { QUESTIONNAIRE_VIEWS, arrangeSubmissions, describeAnswers } from './questionnaire-rules.ts';

test('puts the latest submission first and leaves the given rows alone', () => {
  const rows = [{ submitted_at: '2025-12-31T23:59:59' }, { submitted_at: '2026-01-01T00:00:00' }];
  expect(arrangeSubmissions(rows)).toEqual([rows[1], rows[0]]);
  expect(rows[0]?.submitted_at).toBe('2025-12-31T23:59:59');
});

test.each([
  [6, 0, '6 answers', 'answered'],
  [1, 0, '1 answer', 'answered'],
  [6, 2, '4 of 6 answered', 'unanswered'],
  [6, 6, 'nothing answered', 'unanswered'],
  [0, 0, '0 answers', 'answered'],
])('%d questions of which %d are not answered: %s', (questions, unanswered, words, view) => {
  expect(describeAnswers({ questions, unanswered })).toBe(words);
  const views = QUESTIONNAIRE_VIEWS.filter(({ includes }) => includes({ questions, unanswered }));
  expect(views.map(({ name }) => name)).toEqual([view]);
});
