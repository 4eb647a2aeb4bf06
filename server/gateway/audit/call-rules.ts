import type { Endpoint } from '#contract/endpoint.ts';
import type { HistoryChange } from '#contract/history.ts';
import type { StudioSettings } from '#contract/studio-settings.ts';

/** What of a call is recorded beside who made it. Never a password, code or link. */
export interface CallRule {
  /**
   * `write`: before it is done, and how it ended. `save`: likewise, but the handler begins the record once it knows what
   * changes, and records a good end itself; what changes nothing leaves none. `entry`: how it ended, because strangers
   * may try it. `read`: in the background. `reveal`: a look that
   * is on disk before anything is shown. `nothing`: leaves no record.
   */
  kind: 'write' | 'save' | 'entry' | 'read' | 'reveal' | 'nothing';
  subject?: (input: CallInput) => string | undefined;
  /** It is about the member of staff whom its address names: their e-mail address is the subject. */
  isAboutStaff?: true;
  /** `member`: what their record says before, if it is about a member of staff. */
  changes?: (input: CallInput, member?: KnownStaff) => HistoryChange[];
  /** It replaces the studio’s settings: what they say before is recorded beside what they are to say. */
  isAboutSettings?: true;
  /** It says for which roles a second factor is required: likewise. */
  isAboutSecondFactor?: true;
}

/** What a staff member's record said before it is changed. */
export interface KnownStaff {
  email: string;
  role: string;
  isDisabled: boolean;
}

/** As an endpoint parsed it; here only strings are looked for in it. */
export interface CallInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
}

const emailOf = ({ body }: CallInput) => textOf(body?.['email']);
const nothing: CallRule = { kind: 'nothing' };
const read: CallRule = { kind: 'read' };

const RULES: Record<string, CallRule> = {
  // All of it leaves the house: recorded before it does.
  exportHistory: { kind: 'write' },
  exportPerson: { kind: 'write' },
  // So do these; what was searched for and narrowed to is its subject.
  recordExport: {
    kind: 'write',
    subject: ({ body }) => textOf(body?.['filter']),
    changes: ({ body = {} }) =>
      ['count', 'format', 'columns'].map((field) => ({ field, before: null, after: String(body[field]) })),
  },
  // Its own affair of the member of staff.
  pinCustomer: nothing,
  unpinCustomer: nothing,
  createView: { kind: 'write', subject: ({ body }) => textOf(body?.['name']) },
  changeView: { kind: 'write', subject: ({ body }) => textOf(body?.['name']) },
  markNotDuplicates: { kind: 'write', subject: ({ body }) => listOf(body?.['customerIds']) },
  revealAnswers: { kind: 'reveal', subject: ({ params }) => textOf(params?.['answersId']) },
  updateProfile: { kind: 'save', changes: profileChanges },
  getSession: nothing,
  // It signs no user in yet.
  beginOpenId: nothing,
  signIn: { kind: 'entry', subject: emailOf },
  signInWithCode: { kind: 'entry' },
  signInToDemo: { kind: 'entry' },
  signOut: { kind: 'entry' },
  setUp: { kind: 'entry', subject: emailOf },
  acceptInvitation: { kind: 'entry' },
  setNewPassword: { kind: 'entry' },
  inviteStaff: {
    kind: 'write',
    subject: emailOf,
    changes: ({ body }) => [{ field: 'role', before: null, after: textOf(body?.['role']) ?? null }],
  },
  changeStaff: { kind: 'write', isAboutStaff: true, changes: staffChanges },
  requireSecondFactor: { kind: 'write', isAboutSecondFactor: true },
  changeStudioSettings: { kind: 'write', isAboutSettings: true },
  makePasswordLink: {
    kind: 'write',
    isAboutStaff: true,
    changes: ({ body }) => passwordLinkChanges(body?.['turnsTwoFactorOff'] === true),
  },
};

/** The contract says which reads are recorded. A write without a rule of its own is recorded all the same. */
export function ruleOf(name: string, { method, isRecorded }: Pick<Endpoint, 'method' | 'isRecorded'>): CallRule {
  if (isRecorded) return read;
  return RULES[name] ?? (method === 'GET' ? nothing : { kind: 'write' });
}

export function customerOf({ params, query }: CallInput): string | undefined {
  const id = textOf(params?.['customerId'] ?? query?.['customerId']);
  return id !== undefined && /^cust_[A-Za-z0-9-]{1,64}$/.test(id) ? id : undefined;
}

function profileChanges({ body = {} }: CallInput): HistoryChange[] {
  return Object.entries(body).flatMap(([field, change]) => {
    if (typeof change !== 'object' || change === null || !('from' in change) || !('to' in change)) return [];
    return [{ field, before: textOf(change.from) ?? null, after: textOf(change.to) ?? null }];
  });
}

/** What a link for a new password does besides. */
export function passwordLinkChanges(turnsTwoFactorOff: boolean): HistoryChange[] {
  return turnsTwoFactorOff ? [{ field: 'turnsTwoFactorOff', before: null, after: 'true' }] : [];
}

function staffChanges({ body = {} }: CallInput, member?: KnownStaff): HistoryChange[] {
  if (!member) return [];
  const known = new Map<string, unknown>(Object.entries(member));
  return Object.entries(body).flatMap(([field, after]) => {
    if (after === undefined) return [];
    const before = String(known.get(field));
    return [{ field, before, after: textOf(after) ?? JSON.stringify(after) }];
  });
}

/** One change for each setting that differs. */
export function settingsChanges({ body }: CallInput, before: StudioSettings): HistoryChange[] {
  const wanted = new Map<string, unknown>(Object.entries(Object(body?.['settings']) as object));
  return Object.entries(before).flatMap(([field, value]) => {
    const [was, is] = [JSON.stringify(value), JSON.stringify(wanted.get(field) ?? null)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

export function secondFactorChanges({ body }: CallInput, before: readonly string[]): HistoryChange[] {
  return [{ field: 'roles', before: before.join(', '), after: listOf(body?.['roles']) ?? '' }];
}

function listOf(value: unknown): string | undefined {
  return Array.isArray(value) ? value.join(', ') : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
