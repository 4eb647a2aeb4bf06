import { mutationOptions, useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { CustomerProfile, ProfileChanges, ProfileValues } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { gateway } from '#contract/gateway.ts';
import type { SaveState } from '#contract/live.ts';
import { call } from '#shared/api/call.ts';
import { HttpError } from '#shared/api/errors.ts';
import { FormShell } from '#shared/form/form-shell.tsx';
import { TextField } from '#shared/form/text-field.tsx';
import { EmailSuggestion } from './email-suggestion.tsx';
import { FIELD_LOOKS } from './profile-fields.ts';
import { faultsOf, isSaidOnFields } from './profile-faults.ts';
import { RemoveMobile } from './remove-mobile.tsx';
import { profileResolver } from './profile-resolver.ts';
import { CLEAN, PROFILE_FIELDS, changedFields, cleanValues, rebase, settle, toBody, toForm } from './profile-rules.ts';

export interface ProfileFormProps {
  /** The newest profile known; may change while a user types. */
  profile: CustomerProfile;
  /** Whether Reservie has been seen to agree with the profile as it stands. */
  saveState: SaveState | undefined;
  onSaved: (profile: CustomerProfile) => void;
  /** Asks for what Reservie has now, after another user changed the same field. */
  fetchLatest: () => Promise<CustomerProfile>;
}

interface LoadedFormProps extends ProfileFormProps {
  /** What was typed before this form was there. */
  typed: Partial<ProfileValues>;
  /** “Save” was pressed before this form was there. */
  isSavedAtOnce: boolean;
  /** Says whether leaving now would lose something. */
  onAtRisk: (isAtRisk: boolean) => void;
  leaveGuard: ReactNode;
}

const SAVED_WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  confirmed: 'Confirmed',
  not_confirmed: 'Saved, not confirmed by Reservie after 5 minutes',
};

const SAVED_HINT = 'Reservie’s own pages may show it some minutes later.';

export function ProfileForm(props: LoadedFormProps) {
  const { profile, saveState, onSaved, fetchLatest, typed, isSavedAtOnce, onAtRisk, leaveGuard } = props;
  const [first] = useState(profile);
  const [isRemovalConfirmed, setRemovalConfirmed] = useState(false);
  // Until the form has found out that what was typed before it was there are changes, they are none to it.
  const [isTakingOver, endTakingOver] = useReducer(() => false, Object.keys(typed).length > 0);
  const { control, handleSubmit, getValues, setValue, setError, clearErrors, reset, formState } =
    useForm<ProfileValues>({
      defaultValues: { ...toForm(profile), ...typed },
      // An error that appears on blur would move the button away from under the click that caused it.
      mode: 'onSubmit',
      resolver: profileResolver(() => base),
    });
  // Where the editing of each field began; react-hook-form keeps it as the default values.
  const base: ProfileValues = { ...toForm(profile), ...formState.defaultValues };
  const values: ProfileValues = { ...base, ...useWatch({ control }) };
  const save = useMutation({ ...updateProfile(profile.id), onSuccess: onSaved });
  const changed = changedFields(base, values);
  const isRemovingMobile = changed.includes('mobile') && cleanValues(base, values).mobile === '';

  function show(next: { base: ProfileValues; values: ProfileValues }) {
    reset(next.base, { keepValues: true, keepErrors: true, keepTouched: true });
    for (const field of PROFILE_FIELDS) {
      if (getValues(field) !== next.values[field]) setValue(field, next.values[field]);
    }
  }

  const followLatest = useEffectEvent((latest: CustomerProfile) => {
    // What was typed before began at the first profile, not at itself.
    const begun = latest === first ? toForm(first) : base;
    show(rebase({ base: begun, values: getValues() }, toForm(latest)));
    endTakingOver();
    if (latest === first)
      for (const field of changedFields(begun, getValues())) setValue(field, getValues(field), { shouldDirty: true });
  });
  useEffect(() => followLatest(profile), [profile]);

  const isSaveDue = useRef(isSavedAtOnce);
  const saveNow = useEffectEvent(() => void handleSubmit(submit)());
  const isDirty = changed.length > 0;
  useEffect(() => {
    if (!isSaveDue.current || !isDirty) return;
    isSaveDue.current = false;
    saveNow();
  }, [isDirty]);

  const isAtRisk = isTakingOver || isDirty || save.isPending;
  useEffect(() => onAtRisk(isAtRisk), [onAtRisk, isAtRisk]);

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
    for (const [index, [field, message]] of faultsOf(failure).entries()) {
      setError(field, { type: 'server', message }, { shouldFocus: index === 0 });
    }
    if (!(failure instanceof HttpError) || failure.body.code !== 'conflict') return;
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
      onSubmit={handleSubmit(submit)}
      onDiscard={discard}
      isPending={save.isPending}
      leaveGuard={leaveGuard}
      isDirty={isDirty}
      isSaved={save.isSuccess}
      savedWords={SAVED_WORDS[saveState ?? 'saved']}
      savedHint={saveState === 'confirmed' ? undefined : SAVED_HINT}
      error={isSaidOnFields(save.error) ? null : save.error}
    >
      <TextField control={control} name="firstname" clean={CLEAN.firstname} {...FIELD_LOOKS.firstname} />
      <TextField control={control} name="lastname" clean={CLEAN.lastname} {...FIELD_LOOKS.lastname} />
      <div>
        <TextField
          control={control}
          name="email"
          clean={CLEAN.email}
          {...FIELD_LOOKS.email}
          {...(changed.includes('email') && {
            description: 'This is how the customer signs in: from now on only with the new address.',
          })}
        />
        {formState.errors.email && (
          <EmailSuggestion
            text={values.email}
            onUse={(email) => {
              setValue('email', email, { shouldDirty: true });
              clearErrors('email');
            }}
          />
        )}
      </div>
      <TextField control={control} name="mobile" clean={CLEAN.mobile} {...FIELD_LOOKS.mobile} />
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

/** Answers the profile as it was written, merged with what others changed meanwhile. */
export function updateProfile(customerId: CustomerId) {
  return mutationOptions({
    mutationKey: ['profile', 'update', customerId],
    mutationFn: async (changes: ProfileChanges): Promise<CustomerProfile> =>
      (await call(gateway.updateProfile, { params: { customerId }, body: changes })).data,
  });
}
