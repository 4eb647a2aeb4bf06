import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Checkbox } from '@mantine/core';

interface RemoveMobileProps {
  number: string;
  isConfirmed: boolean;
  onChange: (isConfirmed: boolean) => void;
}

/** Emptying a field is easily done by accident; removing a number has to be confirmed. */
export function RemoveMobile({ number, isConfirmed, onChange }: RemoveMobileProps) {
  return (
    <Checkbox
      p="0.625rem 0.75rem"
      bg="var(--desk-warn-soft)"
      bdrs="md"
      style={{ gridColumn: '1 / -1' }}
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
