import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { describeError } from '#shared/api/describe-error.ts';
import { ContractError, isChunkFailure } from '#shared/api/errors.ts';
import { reloadOnceReachable } from '#shared/api/reload-once-reachable.ts';
import { Notice } from './notice.tsx';

/** What stands in the place of a panel whose data could not be read. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, detail, canRetry, retryAfterMs, requestId } = describeError(error);
  const secondsLeft = useSecondsLeft(retryAfterMs, error);
  const isOutdated = error instanceof ContractError;
  const retry = isOutdated || isChunkFailure(error) ? () => void reloadOnceReachable() : onRetry;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={title}
      reference={requestId}
      actions={
        canRetry && (
          <Button variant="default" size="sm" onClick={retry} disabled={secondsLeft > 0}>
            {secondsLeft > 0 ? `Try again in ${secondsLeft} s` : isOutdated ? 'Reload' : 'Try again'}
          </Button>
        )
      }
    >
      {detail}
    </Notice>
  );
}

function useSecondsLeft(waitMs: number | undefined, since: unknown): number {
  const [secondsLeft, setSecondsLeft] = useState(0);
  useEffect(() => {
    const end = Date.now() + (waitMs ?? 0);
    function tick() {
      setSecondsLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    }
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [waitMs, since]);
  return secondsLeft;
}
