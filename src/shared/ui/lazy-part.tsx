import { type ComponentType, lazy } from 'react';
import { call } from '#shared/api/call.ts';
import { gateway } from '#contract/gateway.ts';
import { ContractError, isChunkFailure } from '#shared/api/errors.ts';
import { ErrorPanel } from './error-panel.tsx';

/**
 * A part that comes late and that a user has asked for: where it cannot be fetched, its place says so and offers to
 * reload. An error would take the whole page away with it, and what was typed and ticked there.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      const reason = isChunkFailure(error) ? await explainMissing(error) : error;
      return { default: () => <ErrorPanel error={reason} onRetry={() => window.location.reload()} /> };
    }
  });
}

/** A gateway that answers but has no such part was updated under the open page. */
async function explainMissing(error: unknown): Promise<unknown> {
  try {
    await call(gateway.getStudio, {});
    return new ContractError('a part of the page');
  } catch {
    return error;
  }
}
