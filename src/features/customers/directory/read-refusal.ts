import type { WireError } from '#contract/error.ts';
import { ContractError, HttpError, NetworkError } from '#shared/api/errors.ts';

/** What an answer of the gateway without the list says, by its status and text. */
export function readRefusal(status: number, text: string): Error {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A proxy in between answers HTML when the gateway is down.
    if (status >= 502 && status <= 504) return new NetworkError(`status ${status}`);
    return new ContractError(`no JSON, status ${status}`);
  }
  return isWireError(json)
    ? new HttpError(status, json)
    : new ContractError(`an error without our shape, status ${status}`);
}

function isWireError(json: unknown): json is WireError {
  return (
    typeof json === 'object' &&
    json !== null &&
    'code' in json &&
    typeof json.code === 'string' &&
    'message' in json &&
    typeof json.message === 'string' &&
    'requestId' in json &&
    typeof json.requestId === 'string'
  );
}
