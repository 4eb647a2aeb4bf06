import { Note } from '#contract/note.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function noteRoutes(reads: CachedReads): Routes<'listNotes'> {
  return { listNotes: paged(reads, 'listNotes', Note) };
}
