import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { staffApi } from '#contract/staff.ts';
import { isNotFound } from '#shared/api/errors.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { EntryPage } from './entry-page.tsx';
import { JoinForm, NewPasswordForm, type NewAccountFormProps, SetUpForm } from './new-account-form.tsx';

interface NewAccountPageProps {
  /** The fragment of the link, as it was opened. */
  secret: string;
}

export function SetUpPage(props: NewAccountPageProps) {
  return (
    <NewAccountPage
      title="Set up Studio Desk"
      words="You become the first manager, and can then invite the others."
      help="Restart Studio Desk: as long as there is no manager, its console shows a new link."
      {...props}
    >
      {(form) => <SetUpForm {...form} />}
    </NewAccountPage>
  );
}

export function JoinPage(props: NewAccountPageProps) {
  return (
    <NewAccountPage
      title="Join Studio Desk"
      // A word joiner: no line ends within the word.
      words={'A manager invited you. Sign in later with the e-\u2060mail address they invited, and this password.'}
      help="If you have joined already, sign in. Otherwise ask a manager to invite you again."
      {...props}
    >
      {(form) => <JoinForm {...form} />}
    </NewAccountPage>
  );
}

export function NewPasswordPage({ onDone, ...props }: NewAccountPageProps & { onDone: () => void }) {
  return (
    <NewAccountPage
      title="Choose a new password"
      words="It takes the place of the old one. You are then signed out on every device, and sign in with the new one."
      help="If you have chosen your new password already, sign in with it. Otherwise ask a manager for another link."
      {...props}
    >
      {(form) => <NewPasswordForm {...form} onDone={onDone} />}
    </NewAccountPage>
  );
}

interface FrameProps extends NewAccountPageProps {
  title: string;
  words: string;
  /** What to do when the link does not work. */
  help: string;
  children: (form: NewAccountFormProps) => ReactNode;
}

function NewAccountPage({ title, words, help, secret, children }: FrameProps) {
  const [isDead, setDead] = useState(false);
  const token = staffApi.setUp.body.shape.token.safeParse(secret);
  if (isDead || !token.success) {
    return (
      <EntryPage title={title}>
        <Notice
          tone="bad"
          role="alert"
          title={isDead ? 'This link has been used already, or is too old' : 'This is not the whole link'}
          actions={<Link to="/sign-in">Go to sign-in</Link>}
        >
          {isDead ? help : 'Open the link again, from its first character to its last.'}
        </Notice>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={title}>
      <p>{words}</p>
      {children({
        token: token.data,
        onDeadLink: (failure) => {
          if (isNotFound(failure)) setDead(true);
        },
      })}
    </EntryPage>
  );
}

/** The fragment of the link that was opened. It does not stay in the address bar, where others may see or copy it. */
export function useLinkSecret(): string {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const [secret, setSecret] = useState(hash);
  if (hash !== '' && hash !== secret) setSecret(hash);
  useEffect(() => {
    if (hash !== '') void navigate({ to: '.', replace: true });
  }, [hash, navigate]);
  return secret;
}
