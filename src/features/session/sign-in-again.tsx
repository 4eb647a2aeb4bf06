import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Paper, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Session } from '#contract/session.ts';
import { sessionQuery } from '#shared/api/session.ts';
import classes from './sign-in.module.css';
import { WaysIn } from './ways-in.tsx';

interface SignInAgainProps {
  session: Session;
  /** Whose page lies below. */
  email: string;
  onSignedIn: () => void;
}

/** Covers the page, which lives on below it, until a user signs in. */
export function SignInAgain({ session, email, onSignedIn }: SignInAgainProps) {
  const queryClient = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function confirm() {
    await queryClient.query({ ...sessionQuery, staleTime: 0 });
    onSignedIn();
  }

  return (
    <Paper
      component="dialog"
      ref={dialog}
      c="var(--desk-text)"
      className={classes['panel'] ?? ''}
      aria-labelledby="sign-in-again"
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
      </Text>
      <WaysIn ways={session.ways} email={email} back={undefined} onSignedIn={confirm} />
    </Paper>
  );
}
