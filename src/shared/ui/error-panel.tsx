import { Button } from '@mantine/core';
import { call } from '#shared/api/call.ts';
import { gateway } from '#contract/gateway.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { ContractError, NetworkError, isChunkFailure } from '#shared/api/errors.ts';
import { Notice } from './notice.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

interface ErrorPanelProps {
  error: unknown;
  onRetry: () => void;
  /** Above a panel that says more about the same trouble. */
  isBrief?: boolean;
}

/** What stands in the place of a panel whose data could not be read. */
export function ErrorPanel({ error, onRetry, isBrief = false }: ErrorPanelProps) {
  const { title, detail, canRetry, retryAfterMs, requestId } = describeError(error);
  const secondsLeft = useSecondsLeft(retryAfterMs, error);
  const isOutdated = error instanceof ContractError;
  const retry = isOutdated || isChunkFailure(error) ? () => void reloadOnceReachable() : onRetry;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={title}
      reference={isBrief ? undefined : requestId}
      isBrief={isBrief}
      actions={
        canRetry && (
          <Button variant="default" size="sm" onClick={retry} disabled={secondsLeft > 0}>
            {secondsLeft > 0 ? `Try again in ${secondsLeft} s` : isOutdated ? 'Reload' : 'Try again'}
          </Button>
        )
      }
    >
      {!isBrief && detail}
    </Notice>
  );
}

/** Reloads the page if the gateway answers; otherwise stays, because the browser would have nothing to show. */
async function reloadOnceReachable(): Promise<void> {
  try {
    await call(gateway.getStudio, {});
  } catch (error) {
    if (error instanceof NetworkError) return;
  }
  window.location.reload();
}
