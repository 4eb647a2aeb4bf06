import { gateway } from '#contract/gateway.ts';
import { call } from './call.ts';
import { ContractError, isChunkFailure } from './errors.ts';

/**
 * Why a part of the page could not be fetched. A gateway that answers but has no such part was updated under the open
 * page; any other failure is handed back as it is.
 */
export async function explainMissing(error: unknown): Promise<unknown> {
  if (!isChunkFailure(error)) return error;
  try {
    await call(gateway.getStudio, {});
    return new ContractError('a part of the page');
  } catch {
    return error;
  }
}
