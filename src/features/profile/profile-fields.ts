import type { TextInputProps } from '@mantine/core';
import type { ProfileField } from '#contract/customer.ts';

interface FieldLook extends Pick<TextInputProps, 'type' | 'inputMode' | 'dir' | 'required' | 'autoCapitalize'> {
  label: string;
  autoComplete: 'off';
  description?: string;
}

/** The fields of a profile as both forms show them: the one that is there at once and the one that saves. */
export const FIELD_LOOKS: Record<ProfileField, FieldLook> = {
  firstname: { label: 'First name', autoComplete: 'off', dir: 'auto', required: true },
  lastname: { label: 'Last name', autoComplete: 'off', dir: 'auto', required: true },
  email: {
    label: 'E-mail address',
    // Of `type="email"` a browser tells no caret, which has to stay where it is when the forms change places.
    inputMode: 'email',
    autoCapitalize: 'none',
    autoComplete: 'off',
    required: true,
    description: 'This is also how the customer signs in.',
  },
  mobile: {
    label: 'Mobile number (optional)',
    type: 'tel',
    autoComplete: 'off',
    description: 'As the customer gave it.',
  },
};
