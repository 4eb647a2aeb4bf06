import { ContractError, HttpError, NetworkError } from '#shared/api/errors.ts';
import type { PostedError } from './directory-protocol.ts';

/** Posting strips an error of its class: it travels as data, and becomes the same class on the other side. */
export function packError(error: unknown): PostedError {
  if (error instanceof HttpError) return { kind: 'http', status: error.status, body: error.body };
  if (error instanceof NetworkError) return { kind: 'network' };
  if (error instanceof ContractError) return { kind: 'contract', what: error.message };
  return { kind: 'fault', what: error instanceof Error ? error.message : 'unknown' };
}

export function unpackError(error: PostedError): Error {
  switch (error.kind) {
    case 'http':
      return new HttpError(error.status, error.body);
    case 'network':
      return new NetworkError('in the directory worker');
    case 'contract':
      return new ContractError(error.what);
    case 'fault':
      return new Error(error.what);
  }
}
