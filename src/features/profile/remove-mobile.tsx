import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Checkbox } from '@mantine/core';
import classes from './profile-form.module.css';

interface RemoveMobileProps {
  number: string;
  isConfirmed: boolean;
  onChange: (isConfirmed: boolean) => void;
}

/** Emptying a field is easily done by accident; removing a number has to be confirmed. */
export function RemoveMobile({ number, isConfirmed, onChange }: RemoveMobileProps) {
  return (
    <Checkbox
      className={classes['remove'] ?? ''}
      checked={isConfirmed}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={
        <>
          Remove the mobile number <strong style={{ whiteSpace: 'nowrap' }}>{number}</strong>
        </>
      }
    />
  );
}
