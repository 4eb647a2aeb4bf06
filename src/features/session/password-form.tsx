import { zodResolver } from '@hookform/resolvers/zod';
import { Credentials } from '#contract/staff.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { PasswordField } from '#shared/form/password-field.tsx';
import { EmailField } from '#shared/form/text-field.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { enter } from './enter.ts';

interface PasswordFormProps {
  /** Whom to expect. */
  email?: string | undefined;
  /** Whether the session outlives the browser’s window. */
  isStaying: boolean;
  onNext: (next: 'signed_in' | 'two_factor') => void | Promise<void>;
}

export function PasswordForm({ email = '', isStaying, onNext }: PasswordFormProps) {
  const { control, frame } = useAction({
    resolver: zodResolver(Credentials),
    defaultValues: { email, password: '' },
    act: (values) => enter.byPassword(values.email, values.password, isStaying),
    onDone: onNext,
  });
  return (
    <ActionForm label="Password sign-in" submitLabel="Sign in" {...frame}>
      <EmailField control={control} name="email" autoComplete="username" />
      <PasswordField control={control} name="password" label="Password" autoComplete="current-password" required />
    </ActionForm>
  );
}
