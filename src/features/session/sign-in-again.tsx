import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Paper, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Session } from '#contract/session.ts';
import { sessionQuery } from '#shared/api/session.ts';
import { ownPath } from './back-path.ts';
import classes from './sign-in.module.css';
import { WaysIn } from './ways-in.tsx';

interface SignInAgainProps {
  session: Session;
  /** Whose page lies below. */
  email: string;
}

/** Covers the page, which lives on below it, until a user signs in. */
export function SignInAgain({ session, email }: SignInAgainProps) {
  const queryClient = useQueryClient();
  const { pathname, search, hash } = window.location;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  /** Asks anew: a question that is on its way may be from before. */
  function confirm(): Promise<void> {
    return queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }, { throwOnError: true });
  }

  return (
    <Paper
      component="dialog"
      ref={dialog}
      c="var(--desk-text)"
      className={classes['panel'] ?? ''}
      aria-labelledby="sign-in-again"
      // Keys of the page below are not for it.
      aria-modal="true"
      // Esc would uncover the page; a browser lets that be refused only once.
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => event.currentTarget.showModal()}
    >
      <Title id="sign-in-again" order={1} fz="xl">
        You were signed out
      </Title>
      <Text c="dimmed" mt="xs" mb="1.25rem">
        Sign in again to go on where you were. What you typed is still there; if another person signs in, it is
        discarded.
        {session.ways.openId !== null && ` “${session.ways.openId}” leaves the page, and what you typed with it.`}
      </Text>
      <WaysIn ways={session.ways} email={email} back={ownPath(`${pathname}${search}${hash}`)} onSignedIn={confirm} />
    </Paper>
  );
}
