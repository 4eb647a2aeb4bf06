import type { WireError } from '#contract/error.ts';
import type { Directory } from '#contract/gateway.ts';
import { ContractError, HttpError } from '#shared/api/errors.ts';

type Json = Record<string, unknown>;

/**
 * The gateway's answer for the whole list, checked by hand: zod would cost the worker 11 kB and four times as long, and
 * the gateway has just checked every row with it. A test holds this against the contract.
 * @throws HttpError for an error in our shape, ContractError for anything else.
 */
export function readDirectory(status: number, json: unknown): Directory {
  if (status !== 200) {
    if (isWireError(json)) throw new HttpError(status, json);
    throw new ContractError(`an error without our shape, status ${status}`);
  }
  if (!isDirectory(json)) throw new ContractError('a customer list without its shape');
  return json;
}

function isDirectory(json: unknown): json is Directory {
  return (
    isObject(json) &&
    typeof json['asOf'] === 'string' &&
    !Number.isNaN(Date.parse(json['asOf'])) &&
    Array.isArray(json['data']) &&
    json['data'].every(isCustomer) &&
    Array.isArray(json['unreadable']) &&
    json['unreadable'].every(isUnreadableRow)
  );
}

function isCustomer(row: unknown): boolean {
  return (
    isObject(row) &&
    typeof row['id'] === 'string' &&
    row['id'].startsWith('cust_') &&
    typeof row['firstname'] === 'string' &&
    typeof row['lastname'] === 'string' &&
    typeof row['email'] === 'string' &&
    typeof row['mobile'] === 'string' &&
    typeof row['archived'] === 'boolean'
  );
}

function isUnreadableRow(row: unknown): boolean {
  return isObject(row) && row['unreadable'] === true && (row['id'] === null || typeof row['id'] === 'string');
}

function isWireError(json: unknown): json is WireError {
  return (
    isObject(json) &&
    typeof json['code'] === 'string' &&
    typeof json['message'] === 'string' &&
    typeof json['requestId'] === 'string'
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
