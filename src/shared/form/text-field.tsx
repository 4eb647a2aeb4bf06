import { TextInput, type TextInputProps } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

interface TextFieldProps<Values extends FieldValues> extends Omit<
  TextInputProps,
  'name' | 'value' | 'defaultValue' | 'error'
> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
}

/** A Mantine text input bound to a form by its control and a typed name. */
export function TextField<Values extends FieldValues>({ control, name, ...input }: TextFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name });
  // A word says which field is optional; stars on all the others would only be noise.
  return <TextInput {...input} {...field} withAsterisk={false} error={fieldState.error?.message} />;
}
