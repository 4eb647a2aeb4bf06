import { Note } from '#contract/note.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function noteRoutes(client: ReservieClient): Routes<'listNotes'> {
  return { listNotes: paged(client, 'listNotes', Note) };
}
