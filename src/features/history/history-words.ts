import type { HistoryEntry } from '#contract/history.ts';

const ACTIONS = new Map([
  ['updateProfile', 'changed the profile'],
  ['changedOutside', 'Changed outside Studio Desk'],
  ['exportHistory', 'exported the history'],
]);

const LOOKS = new Map([
  ['getProfile', 'the profile'],
  ['listNotes', 'the notes'],
  ['listQuestionnaireAnswers', 'the questionnaires'],
  ['listAppointments', 'the appointments'],
  ['listHistory', 'the history'],
  ['listProfileVersions', 'earlier versions'],
]);

const FIELDS = new Map([
  ['firstname', 'First name'],
  ['lastname', 'Last name'],
  ['email', 'E-mail address'],
  ['mobile', 'Mobile number'],
  ['archived', 'Archived'],
]);

/** "the notes"; nothing for an action that is more than a look. */
export function lookedAt(action: string): string | undefined {
  return LOOKS.get(action);
}

/**
 * "Dee Desk changed the profile". An action that this page has no words for is named as it stands. `looks` names what was
 * looked at on the same visit.
 */
export function wordEntry({ action, staff }: HistoryEntry, looks = lookedAt(action)): string {
  const words = looks === undefined ? (ACTIONS.get(action) ?? action) : `looked at ${looks}`;
  if (action === 'changedOutside') return words;
  return `${staff?.name ?? 'Somebody'} ${words}`;
}

export function wordField(field: string): string {
  return FIELDS.get(field) ?? field;
}

/** What a field said: nothing is said to be nothing, and yes and no are words. */
export function wordValue(value: string | null): string {
  if (value === null || value === '') return 'empty';
  if (value === 'true') return 'yes';
  return value === 'false' ? 'no' : value;
}

export interface EntryState {
  words: string;
  tone: 'good' | 'warn' | 'bad' | 'neutral';
}

/** How it ended, where that is not plain. */
export function stateOf({ result, confirmation, changes, action }: HistoryEntry): EntryState | undefined {
  if (result === null) return { words: 'Not known how it ended', tone: 'warn' };
  if (result === 'unclear') return { words: 'Not certain whether it was saved', tone: 'warn' };
  if (result === 'conflict') return { words: 'Not saved: somebody else had changed it', tone: 'neutral' };
  if (result === 'refused') return { words: 'Refused', tone: 'neutral' };
  if (result === 'failed') return { words: 'Failed', tone: 'bad' };
  if (changes.length === 0 || action !== 'updateProfile') return undefined;
  if (confirmation === 'confirmed') return { words: 'Confirmed', tone: 'good' };
  if (confirmation === 'not_confirmed') return { words: 'Saved, not confirmed after 5 minutes', tone: 'warn' };
  return { words: 'Saved', tone: 'good' };
}
