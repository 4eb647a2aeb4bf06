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
}

export function SignInPage({ back, failure }: SignInPageProps) {
  const { session, error, refetch } = useSession();
  return (
    <EntryPage title="Sign in to Studio Desk">
      {failure && (
        <p className={classes['failure']} role="alert">
          {describeOpenIdFailure(failure)}
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
