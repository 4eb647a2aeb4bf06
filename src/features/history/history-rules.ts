import type { HistoryEntry } from '#contract/history.ts';
import type { Staff } from '#contract/session.ts';
import type { State } from '#shared/ui/tag.tsx';

interface ActionWords {
  done: string;
  /** After "tried to", for what was refused, failed, or ended unknown. */
  tried: string;
  /** Stands before whom it is about; " of " if left out. */
  joint?: string;
}

const ACTIONS = new Map<string, ActionWords>([
  ['updateProfile', { done: 'changed the profile', tried: 'change the profile' }],
  ['recordExport', { done: 'exported customers', tried: 'export customers', joint: ': ' }],
  ['createView', { done: 'saved a view', tried: 'save a view', joint: ': ' }],
  ['changeView', { done: 'changed a view', tried: 'change a view', joint: ': ' }],
  ['removeView', { done: 'removed a view', tried: 'remove a view' }],
  ['markNotDuplicates', { done: 'said what is no duplicate', tried: 'say what is no duplicate', joint: ': ' }],
  ['exportPerson', { done: 'exported everything that is kept', tried: 'export everything that is kept' }],
  ['exportHistory', { done: 'exported the history', tried: 'export the history' }],
  ['signIn', { done: 'signed in', tried: 'sign in', joint: ' as ' }],
  ['signInWithCode', { done: 'signed in with a code', tried: 'sign in with a code' }],
  ['signInWithOpenId', { done: 'signed in with OpenID', tried: 'sign in with OpenID' }],
  ['signInToDemo', { done: 'signed in to the demo', tried: 'sign in to the demo' }],
  ['signOut', { done: 'signed out', tried: 'sign out' }],
  ['signOutEverywhere', { done: 'signed out on every device', tried: 'sign out on every device' }],
  ['endOwnSession', { done: 'signed out one of their own sessions', tried: 'sign out one of their own sessions' }],
  ['setUp', { done: 'set up Studio Desk', tried: 'set up Studio Desk', joint: ' as ' }],
  ['acceptInvitation', { done: 'joined with an invitation', tried: 'join with an invitation' }],
  ['setNewPassword', { done: 'chose a new password with a link', tried: 'choose a new password with a link' }],
  ['changePassword', { done: 'changed their own password', tried: 'change their own password' }],
  ['beginTwoFactor', { done: 'began to turn two-factor sign-in on', tried: 'begin to turn two-factor sign-in on' }],
  ['confirmTwoFactor', { done: 'turned two-factor sign-in on', tried: 'turn two-factor sign-in on' }],
  ['disableTwoFactor', { done: 'turned two-factor sign-in off', tried: 'turn two-factor sign-in off' }],
  ['inviteStaff', { done: 'invited', tried: 'invite', joint: ' ' }],
  ['withdrawInvitation', { done: 'withdrew an invitation', tried: 'withdraw an invitation' }],
  ['changeStaff', { done: 'changed the account', tried: 'change the account' }],
  [
    'requireSecondFactor',
    { done: 'changed who needs two-factor sign-in', tried: 'change who needs two-factor sign-in' },
  ],
  ['changeStudioSettings', { done: 'changed the studio’s settings', tried: 'change the studio’s settings' }],
  ['forgetPerson', { done: 'erased what was kept', tried: 'erase what was kept' }],
  ['makePasswordLink', { done: 'made a new-password link', tried: 'make a new-password link', joint: ' for ' }],
]);

/** With no member of staff as their subject. */
const SENTENCES = new Map([
  ['changedOutside', { words: 'Changed outside Studio Desk', joint: ': ' }],
  ['printPasswordLink', { words: 'A new-password link was made on the server', joint: ' for ' }],
  ['forgetVanished', { words: 'What was kept was erased: Reservie no longer lists this customer', joint: ': ' }],
  ['recordsLost', { words: 'Not everything could be recorded', joint: ': ' }],
]);

/** Of a user whose code is still missing, so that it is not known yet who they are. */
const RIGHT_PASSWORD: ActionWords = { done: 'gave the right password', tried: 'sign in', joint: ' for ' };

const LOOKS = new Map([
  ['getProfile', 'the profile'],
  ['listNotes', 'the notes'],
  ['countNotes', 'the number of notes'],
  ['listQuestionnaires', 'the questionnaires'],
  ['revealAnswers', 'the answers of a questionnaire'],
  // Until answers were revealed one questionnaire at a time.
  ['listQuestionnaireAnswers', 'the questionnaires'],
  ['listAppointments', 'the appointments'],
  ['listHistory', 'the history'],
  ['listProfileVersions', 'earlier versions'],
  ['listStaff', 'the staff'],
  ['getSecondFactorRoles', 'who needs two-factor sign-in'],
]);

const FIELDS = new Map([
  ['firstname', 'First name'],
  ['lastname', 'Last name'],
  ['email', 'E-mail address'],
  ['mobile', 'Mobile number'],
  ['archived', 'Archived'],
  ['address', 'From the address'],
  ['count', 'Number'],
  ['repeated', 'Again within a minute, times'],
  ['format', 'Form'],
  ['columns', 'Columns'],
  ['role', 'Role'],
  ['isDisabled', 'Disabled'],
  ['turnsTwoFactorOff', 'Turns two-factor sign-in off'],
  ['soonDays', 'Soon, in days'],
  ['lowCredits', 'Few credits'],
  ['newClasses', 'New, in classes'],
  ['namedRanges', 'Named ranges'],
]);

/** "the notes"; nothing for an action that is more than a look. */
export function lookedAt(action: string): string | undefined {
  return LOOKS.get(action);
}

/**
 * "Dee Desk changed the profile". An action that this page has no words for is named as it stands. `looks` names what was
 * looked at on the same visit.
 */
export function describeEntry(entry: HistoryEntry, looks = lookedAt(entry.action)): string {
  const { action, staff, result } = entry;
  const sentence = SENTENCES.get(action);
  if (sentence) return sentence.words;
  const words = looks === undefined ? wordsOf(entry) : { done: `looked at ${looks}`, tried: `look at ${looks}` };
  const who = staff?.name ?? 'An unknown user';
  if (!words) return `${who} ${action}`;
  return result === 'done' ? `${who} ${words.done}` : `${who} tried to ${words.tried}`;
}

/** What stands between `describeEntry` and whom it is about: " of " in "Dee Desk changed the profile of Jane Smith". */
export function jointOf(entry: HistoryEntry): string {
  return SENTENCES.get(entry.action)?.joint ?? wordsOf(entry)?.joint ?? ' of ';
}

function wordsOf({ action, staff, result }: HistoryEntry): ActionWords | undefined {
  return action === 'signIn' && !staff && result === 'done' ? RIGHT_PASSWORD : ACTIONS.get(action);
}

export function describeField(field: string): string {
  return FIELDS.get(field) ?? field;
}

/** What a field said: nothing is said to be nothing, and yes and no are words. */
export function describeValue(value: string | null): string {
  if (value === null || value === '') return 'empty';
  if (value === 'true') return 'yes';
  return value === 'false' ? 'no' : value;
}

/** How it ended, where that is not plain. */
export function stateOf({ result, confirmation, changes, action }: HistoryEntry): State | undefined {
  if (result === null) return { words: 'Not known how it ended', tone: 'warn' };
  if (result === 'unclear') return { words: 'Not certain whether it was saved', tone: 'warn' };
  if (result === 'conflict') return { words: 'Not saved: it had been changed meanwhile', tone: 'neutral' };
  if (result === 'refused') return { words: 'Refused', tone: 'neutral' };
  if (result === 'failed') return { words: 'Failed', tone: 'bad' };
  if (changes.length === 0 || action !== 'updateProfile') return undefined;
  if (confirmation === 'confirmed') return { words: 'Confirmed', tone: 'good' };
  if (confirmation === 'not_confirmed') return { words: 'Saved, not confirmed after 5 minutes', tone: 'warn' };
  return { words: 'Saved', tone: 'good' };
}

/** A name that is the only one in the list: with the e-mail address where two are called the same. */
export function nameStaff({ name, email, isDisabled }: Staff, all: readonly Staff[]): string {
  const isShared = all.filter((one) => one.name === name).length > 1;
  return `${name}${isShared ? `, ${email}` : ''}${isDisabled ? ' (disabled)' : ''}`;
}
