// Apart from the schemas: the directory worker reads it, too, and does not load zod for it.

/**
 * With every answer that a session was needed for: whose data it carries, as an opaque id of the account and its role.
 * Another id than before means that the session of this browser belongs to another account, or masks other fields.
 */
export const SESSION_VIEW_HEADER = 'x-session-view';
