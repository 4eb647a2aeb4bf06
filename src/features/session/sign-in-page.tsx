import { useSession } from '#shared/api/session.ts';
import { noteSignedIn } from '#shared/api/signed-in-hint.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { startAfresh } from './enter.ts';
import { EntryPage } from './entry-page.tsx';
import { type OpenIdFailure, describeOpenIdFailure } from './open-id-failure.ts';
import classes from './sign-in.module.css';
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
        <p className={classes['failure']} role="alert">
          {describeOpenIdFailure(failure)}
        </p>
      )}
      {hasNewPassword && (
        <p className={classes['done']} role="status">
          Your new password is set. Sign in with it.
        </p>
      )}
      {session?.isSetUp === false && (
        <Notice tone="warn" title="Nobody works here yet">
          The first manager opens the link that Studio Desk shows on its console when it starts.
        </Notice>
      )}
      {session ? (
        <WaysIn
          ways={session.ways}
          back={back}
          onSignedIn={() => {
            noteSignedIn(true);
            startAfresh(back ?? '/');
          }}
        />
      ) : (
        error !== null && <ErrorPanel error={error} onRetry={refetch} />
      )}
    </EntryPage>
  );
}
