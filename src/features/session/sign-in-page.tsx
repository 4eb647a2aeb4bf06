import '@mantine/core/styles/Alert.layer.css';
import { Alert } from '@mantine/core';
import { useSession } from '#shared/api/session.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { startAfresh } from './enter.ts';
import { EntryPage } from './entry-page.tsx';
import { type OpenIdFailure, describeOpenIdFailure } from './open-id-failure.ts';
import { WaysIn } from './ways-in.tsx';

interface SignInPageProps {
  /** A page of ours. */
  back: string | undefined;
  failure: OpenIdFailure | undefined;
  /** A link has just set it. */
  hasNewPassword: boolean;
}

export function SignInPage({ back, failure, hasNewPassword }: SignInPageProps) {
  const { session, error, refetch } = useSession();
  return (
    <EntryPage title="Sign in to Studio Desk">
      {failure && (
        <Alert color="bad" role="alert">
          {describeOpenIdFailure(failure)}
        </Alert>
      )}
      {hasNewPassword && (
        <Alert color="good" role="status">
          Your new password is set. Sign in with it.
        </Alert>
      )}
      {session?.isSetUp === false && (
        <Notice tone="warn" title="No staff yet">
          The first manager opens the link that Studio Desk shows on its console when it starts.
        </Notice>
      )}
      {session ? (
        <WaysIn
          ways={session.ways}
          back={back}
          onSignedIn={() => {
            startAfresh(back ?? '/');
          }}
        />
      ) : (
        error !== null && <ErrorPanel error={error} onRetry={refetch} />
      )}
    </EntryPage>
  );
}
