import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isChunkFailure } from '#shared/api/errors.ts';
import { explainMissing } from '#shared/api/explain-missing.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';

/** What stands in the place of a screen that failed. Whether it is missing or out of reach is asked first: words do not change under the reader. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const [reason, setReason] = useState<unknown>(() => (isChunkFailure(error) ? undefined : error));
  useEffect(() => {
    let isWanted = true;
    void explainMissing(error).then((found) => isWanted && setReason(found));
    return () => {
      isWanted = false;
    };
  }, [error]);
  return reason === undefined ? null : <ErrorPanel error={reason} onRetry={reset} />;
}
