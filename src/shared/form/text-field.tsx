import { TextInput, type TextInputProps } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { isComposing } from '#shared/keyboard/single-keys.ts';
import { cleanPastedEmail } from '#shared/text/clean-pasted.ts';

interface TextFieldProps<Values extends FieldValues> extends Omit<
  TextInputProps,
  'name' | 'value' | 'defaultValue' | 'error'
> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  /** Tidies what was typed or pasted when the field is left or sent; an untouched value stays as it is. */
  clean?: (text: string) => string;
}

/** A Mantine text input bound to a form by its control and a typed name. */
export function TextField<Values extends FieldValues>({ control, name, clean, ...input }: TextFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name });

  function tidy() {
    if (!clean || !fieldState.isDirty) return;
    const text = clean(field.value);
    if (text !== field.value) field.onChange(text);
  }

  // A word says which field is optional; stars on all the others would only be noise.
  return (
    <TextInput
      {...input}
      {...field}
      withAsterisk={false}
      error={fieldState.error?.message}
      onBlur={() => {
        tidy();
        field.onBlur();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) tidy();
      }}
    />
  );
}

interface EmailFieldProps<Values extends FieldValues> extends Pick<TextFieldProps<Values>, 'control' | 'name' | 'maw'> {
  /** `username` where it is the reader's own. */
  autoComplete: 'username' | 'off';
}

/** The address of an account: asked for, and tidied of what comes along when it is pasted. */
export function EmailField<Values extends FieldValues>(props: EmailFieldProps<Values>) {
  return <TextField {...props} type="email" label="E-mail address" clean={cleanPastedEmail} required />;
}
