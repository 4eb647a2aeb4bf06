import { zodResolver } from '@hookform/resolvers/zod';
import { staffApi } from '#contract/staff.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { PasswordField } from '#shared/form/password-field.tsx';
import { useAction } from '#shared/form/use-action.ts';

interface ConfirmWithPasswordProps<Answer> {
  label: string;
  submitLabel: string;
  act: (password: string) => Promise<Answer>;
  onDone: (answer: Answer) => void | Promise<void>;
}

/** For what a passer-by at an unlocked screen must not be able to do. */
export function ConfirmWithPassword<Answer>({ label, submitLabel, act, onDone }: ConfirmWithPasswordProps<Answer>) {
  const { control, frame } = useAction({
    resolver: zodResolver(staffApi.beginTwoFactor.body),
    defaultValues: { password: '' },
    act: ({ password }) => act(password),
    onDone,
  });
  return (
    <ActionForm label={label} submitLabel={submitLabel} {...frame}>
      <PasswordField
        control={control}
        maw="24rem"
        name="password"
        label="Your password"
        autoComplete="current-password"
        required
      />
    </ActionForm>
  );
}
