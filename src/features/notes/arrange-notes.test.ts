import { expect, test } from 'vitest';
import { arrangeNotes, isEdited } from './arrange-notes.ts';

test('puts the newest note first, however late an old one was edited', () => {
  const notes = [
    { created_at: '2026-01-01T09:00:00', updated_at: '2026-03-01T09:00:00' },
    { created_at: '2026-02-01T09:00:00', updated_at: '2026-02-01T09:00:00' },
  ];
  expect(arrangeNotes(notes).map(({ created_at }) => created_at.slice(5, 7))).toEqual(['02', '01']);
  expect(notes.map(isEdited)).toEqual([true, false]);
});

test('fractions of a second are no edit', () => {
  expect(isEdited({ created_at: '2026-01-01T09:00:00', updated_at: '2026-01-01T09:00:00.120' })).toBe(false);
});
