/** The database does not answer, or is busy: nothing is wrong with what was asked, and it may be asked again. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('The database does not answer.', { cause });
  }
}

/** Of Node.js, pg and SQLite; those of PostgreSQL that begin with 08, 53, 57 are connections, resources and its operator. */
const CODES =
  /^(?:ECONN|EPIPE|ENOTFOUND|EAI_|ETIMEDOUT|ENOENT|08|53|57|55P03|25006|SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY))/;
const MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after|Client was closed)/;

/** Whether an error, or what caused it, says that the database is away rather than that a statement is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof DatabaseAway || MESSAGES.test(one.message)) return true;
    if ('code' in one && typeof one.code === 'string' && CODES.test(one.code)) return true;
  }
  return false;
}
