import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { CustomerProfile, ProfileValues } from '#contract/customer.ts';
import { HttpError } from '#shared/api/errors.ts';
import { FormShell } from '#shared/form/form-shell.tsx';
import { TextField } from '#shared/form/text-field.tsx';
import { RemoveMobile } from './remove-mobile.tsx';
import { profileResolver } from './profile-resolver.ts';
import { PROFILE_FIELDS, changedFields, rebase, settle, toBody, toForm } from './profile-values.ts';
import { updateProfile } from './update-profile.ts';
import classes from './profile-form.module.css';

interface ProfileFormProps {
  /** The newest profile known; may change while somebody types. */
  profile: CustomerProfile;
  onSaved: (profile: CustomerProfile) => void;
  /** Asks for what Reservie has now, after somebody else changed the same field. */
  fetchLatest: () => Promise<CustomerProfile>;
}

export function ProfileForm({ profile, onSaved, fetchLatest }: ProfileFormProps) {
  const [isRemovalConfirmed, setRemovalConfirmed] = useState(false);
  const { control, handleSubmit, getValues, setValue, setError, clearErrors, reset, formState } =
    useForm<ProfileValues>({
      defaultValues: toForm(profile),
      // An error that appears on blur would move the button away from under the click that caused it.
      mode: 'onSubmit',
      resolver: profileResolver((values) => changedFields(base, values)),
    });
  // Where the editing of each field began; react-hook-form keeps it as the default values.
  const base: ProfileValues = { ...toForm(profile), ...formState.defaultValues };
  const values: ProfileValues = { ...base, ...useWatch({ control }) };
  const save = useMutation({ ...updateProfile(profile.id), onSuccess: onSaved });
  const changed = changedFields(base, values);
  const isRemovingMobile = changed.includes('mobile') && values.mobile.trim() === '';

  function show(next: { base: ProfileValues; values: ProfileValues }) {
    reset(next.base, { keepValues: true, keepErrors: true, keepTouched: true });
    for (const field of PROFILE_FIELDS) {
      if (getValues(field) !== next.values[field]) setValue(field, next.values[field]);
    }
  }

  const followLatest = useEffectEvent((latest: ProfileValues) => show(rebase({ base, values: getValues() }, latest)));
  useEffect(() => followLatest(toForm(profile)), [profile]);

  async function submit(submitted: ProfileValues) {
    if (isRemovingMobile && !isRemovalConfirmed) {
      setError('mobile', { message: 'Type a number, or tick “Remove the mobile number”' }, { shouldFocus: true });
      return;
    }
    try {
      const saved = await save.mutateAsync(toBody(base, submitted));
      show(settle(submitted, getValues(), toForm(saved)));
      setRemovalConfirmed(false);
    } catch (error) {
      await explain(error);
    }
  }

  /** Puts the fault on the field it belongs to; the form's frame shows the rest. */
  async function explain(failure: unknown) {
    if (!(failure instanceof HttpError)) return;
    for (const [path, message] of Object.entries(failure.body.fields ?? {})) {
      const field = PROFILE_FIELDS.find((name) => name === path.split('.')[0]);
      if (field) setError(field, { type: 'server', message });
    }
    if (failure.body.code !== 'conflict') return;
    const latest = await fetchLatest().catch(() => undefined);
    // Staff now see what the other person wrote: saving again knowingly replaces it.
    if (latest) show({ ...rebase({ base, values: getValues() }, toForm(latest)), base: toForm(latest) });
  }

  function discard() {
    for (const field of PROFILE_FIELDS) setValue(field, base[field]);
    clearErrors();
    setRemovalConfirmed(false);
    save.reset();
  }

  return (
    <FormShell
      label="Profile"
      submitLabel="Save changes"
      onSubmit={() => void handleSubmit(submit)()}
      onDiscard={discard}
      isPending={save.isPending}
      isDirty={changed.length > 0}
      isSaved={save.isSuccess}
      error={save.error}
    >
      <div className={classes['names']}>
        <TextField control={control} name="firstname" label="First name" autoComplete="off" dir="auto" required />
        <TextField control={control} name="lastname" label="Last name" autoComplete="off" dir="auto" required />
      </div>
      <TextField
        control={control}
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="off"
        required
        description={
          changed.includes('email')
            ? 'This is how the customer signs in: from now on only with the new address.'
            : 'This is also how the customer signs in.'
        }
      />
      <TextField control={control} name="mobile" type="tel" label="Mobile number (optional)" autoComplete="off" />
      {isRemovingMobile && (
        <RemoveMobile
          number={base.mobile}
          isConfirmed={isRemovalConfirmed}
          onChange={(isConfirmed) => {
            setRemovalConfirmed(isConfirmed);
            if (isConfirmed) clearErrors('mobile');
          }}
        />
      )}
    </FormShell>
  );
}
