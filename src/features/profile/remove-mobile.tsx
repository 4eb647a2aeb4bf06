import classes from './profile-form.module.css';

interface RemoveMobileProps {
  number: string;
  isConfirmed: boolean;
  onChange: (isConfirmed: boolean) => void;
}

/** Emptying a field is easily done by accident; removing a number is said aloud. */
export function RemoveMobile({ number, isConfirmed, onChange }: RemoveMobileProps) {
  return (
    <label className={classes['remove']}>
      <input type="checkbox" checked={isConfirmed} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        Remove the mobile number <span className={classes['number']}>{number}</span>
      </span>
    </label>
  );
}
