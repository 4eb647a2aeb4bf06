import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

interface PasswordFieldProps<Values extends FieldValues> extends Omit<
  PasswordInputProps,
  'name' | 'value' | 'defaultValue' | 'error'
> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  autoComplete: 'current-password' | 'new-password';
}

/** A Mantine password input bound to a form; what is typed can be looked at. */
export function PasswordField<Values extends FieldValues>({ control, name, ...input }: PasswordFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <PasswordInput
      {...input}
      {...field}
      withAsterisk={false}
      error={fieldState.error?.message}
      visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed', tabIndex: 0 }}
    />
  );
}
