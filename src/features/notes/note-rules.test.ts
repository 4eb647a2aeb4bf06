import { expect, test } from 'vitest';
import { arrangeNotes, isEdited } from './note-rules.ts';

test('puts the newest note first within its year, however late an old one was edited', () => {
  const notes = [
    { created_at: '2025-12-31T23:59:59', updated_at: '2026-03-01T09:00:00' },
    { created_at: '2026-01-01T09:00:00', updated_at: '2026-03-01T09:00:00' },
    { created_at: '2026-02-01T09:00:00', updated_at: '2026-02-01T09:00:00' },
  ];
  expect(arrangeNotes(notes)).toEqual([
    { title: '2026', rows: [notes[2], notes[1]] },
    { title: '2025', rows: [notes[0]] },
  ]);
  expect(notes.map(isEdited)).toEqual([true, true, false]);
});

test('fractions of a second are no edit', () => {
  expect(isEdited({ created_at: '2026-01-01T09:00:00', updated_at: '2026-01-01T09:00:00.120' })).toBe(false);
});
