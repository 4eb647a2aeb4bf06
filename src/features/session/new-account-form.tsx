import { zodResolver } from '@hookform/resolvers/zod';
import * as z from 'zod/mini';
import { SHORTEST_PASSWORD, staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { PasswordField } from '#shared/form/password-field.tsx';
import { EmailField, TextField } from '#shared/form/text-field.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { cleanPastedName } from '#shared/text/clean-pasted.ts';
import { startAfresh } from './enter.ts';

const YOUR_NAME = {
  name: 'name',
  label: 'Your name',
  autoComplete: 'name',
  clean: cleanPastedName,
  required: true,
} as const;

const NEW_PASSWORD = {
  name: 'password',
  description: `At least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember.`,
  autoComplete: 'new-password',
  required: true,
} as const;

function begin() {
  startAfresh('/');
}

export interface NewAccountFormProps {
  /** Of the link. */
  token: string;
  onDeadLink: (failure: Error) => void;
}

/** The first manager. */
export function SetUpForm({ token, onDeadLink }: NewAccountFormProps) {
  const { control, frame } = useAction({
    resolver: zodResolver(z.omit(staffApi.setUp.body, { token: true })),
    defaultValues: { name: '', email: '', password: '' },
    act: (values) => call(staffApi.setUp, { body: { ...values, token } }).catch(tell(onDeadLink)),
    onDone: begin,
  });
  return (
    <ActionForm label="Set up Studio Desk" submitLabel="Set up and sign in" {...frame}>
      <TextField control={control} {...YOUR_NAME} />
      <EmailField control={control} name="email" autoComplete="username" />
      <PasswordField control={control} {...NEW_PASSWORD} label="Password" />
    </ActionForm>
  );
}

/** An invited member; the invitation knows the e-mail address. */
export function JoinForm({ token, onDeadLink }: NewAccountFormProps) {
  const { control, frame } = useAction({
    resolver: zodResolver(z.omit(staffApi.acceptInvitation.body, { token: true })),
    defaultValues: { name: '', password: '' },
    act: (values) => call(staffApi.acceptInvitation, { body: { ...values, token } }).catch(tell(onDeadLink)),
    onDone: begin,
  });
  return (
    <ActionForm label="Join" submitLabel="Join and sign in" {...frame}>
      <TextField control={control} {...YOUR_NAME} />
      <PasswordField control={control} {...NEW_PASSWORD} label="Password" />
    </ActionForm>
  );
}

/** A member who has forgotten their password; the link knows who they are. */
export function NewPasswordForm({ token, onDeadLink, onDone }: NewAccountFormProps & { onDone: () => void }) {
  const { control, frame } = useAction({
    resolver: zodResolver(z.omit(staffApi.setNewPassword.body, { token: true })),
    defaultValues: { password: '' },
    act: (values) => call(staffApi.setNewPassword, { body: { ...values, token } }).catch(tell(onDeadLink)),
    onDone,
  });
  return (
    <ActionForm label="Choose a password" submitLabel="Set the new password" {...frame}>
      <PasswordField control={control} {...NEW_PASSWORD} label="New password" />
    </ActionForm>
  );
}

function tell(onDeadLink: (failure: Error) => void) {
  return (failure: Error): never => {
    onDeadLink(failure);
    throw failure;
  };
}
