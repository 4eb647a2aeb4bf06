import * as z from 'zod/mini';
import { NoteId } from './id.ts';
import { LocalDateTime } from './time.ts';

export const Note = z.object({
  id: NoteId,
  type: z.literal('note'),
  content: z.string(),
  /** A name, not an id. */
  created_by: z.string(),
  /** Local time in the studio's zone. */
  created_at: LocalDateTime,
  updated_at: LocalDateTime,
});
export type Note = z.infer<typeof Note>;
