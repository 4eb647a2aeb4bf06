import { expect, test } from 'vitest';
import { ContractError, HttpError, NetworkError } from '#shared/api/errors.ts';
import { packError, unpackError } from './posted-error.ts';

test.each([
  new HttpError(503, { code: 'reservie_unavailable', message: 'Reservie cannot be reached.', requestId: 'r-1' }),
  new ContractError('a customer list without its shape'),
])('$name crosses the worker’s boundary as what it is', (error) => {
  const arrived = unpackError(structuredClone(packError(error)));
  expect(arrived).toBeInstanceOf(error.constructor);
  expect(arrived.message).toContain(error.message);
});

test('a lost connection stays one', () => {
  expect(unpackError(packError(new NetworkError('reset')))).toBeInstanceOf(NetworkError);
});

test('a fault of ours is not taken for an update of the server', () => {
  const arrived = unpackError(packError(new TypeError('x is undefined')));
  expect(arrived).not.toBeInstanceOf(ContractError);
  expect(arrived.message).toBe('x is undefined');
});
