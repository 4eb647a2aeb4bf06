import { APIError } from 'better-auth/api';
import { DatabaseAway } from '../store/database-away.ts';

/** better-auth answers a database that is away with a 500 of its own, which does not say so. */
export async function readSession<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof APIError && error.statusCode >= 500 ? new DatabaseAway(error) : error;
  }
}
