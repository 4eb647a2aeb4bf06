import { zodResolver } from '@hookform/resolvers/zod';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldError, useFieldArray, useForm } from 'react-hook-form';
import { type KnownSettings, StudioSettings, studioSettings } from '#contract/studio-settings.ts';
import { call } from '#shared/api/call.ts';
import { HttpError } from '#shared/api/errors.ts';
import { studioSettingsQuery } from '#shared/api/studio-settings.ts';
import { FormShell } from '#shared/form/form-shell.tsx';
import { useLeaveGuard } from '#shared/form/leave-guard.tsx';
import { SettingSection } from './setting-section.tsx';
import classes from './settings.module.css';

const NUMBERS = [
  {
    name: 'soonDays',
    label: 'Soon, in days',
    description: 'A pass that expires within so many days is pointed out.',
  },
  {
    name: 'lowCredits',
    label: 'Few credits',
    description: 'Pointed out when a customer has so many left, or fewer.',
  },
  {
    name: 'newClasses',
    label: 'New, in classes',
    description: 'A customer is new for so many classes: 1 is the very first only.',
  },
] as const;

/** The columns of the form. */
const ACROSS = { gridColumn: '1 / -1' };

interface Sent {
  settings: StudioSettings;
  /** As the form had them when they were sent. */
  typed: string;
}

/** What the studio means by soon, few and new, and the days that it has names for; for managers. */
export function StudioWordsForm({ known }: { known: KnownSettings }) {
  const queryClient = useQueryClient();
  // What is edited stays what it was, also when the settings are read again under it.
  const [base, setBase] = useState(known);
  const { control, register, handleSubmit, reset, getValues, setValue, formState } = useForm<StudioSettings>({
    defaultValues: known.settings,
    resolver: zodResolver(StudioSettings),
  });
  const ranges = useFieldArray({ control, name: 'namedRanges' });
  const saving = useMutation({
    mutationFn: ({ settings }: Sent) =>
      call(studioSettings.changeStudioSettings, { body: { revision: base.revision, settings } }),
    onSuccess: (saved, { typed }) => {
      queryClient.setQueryData(studioSettingsQuery.queryKey, saved);
      setBase(saved);
      const isTypedSince = JSON.stringify(getValues()) !== typed;
      // The fields stay, and with them the focus.
      reset(saved.settings, { keepValues: true });
      if (isTypedSince) setValue('soonDays', getValues('soonDays'), { shouldDirty: true });
    },
    // What another manager saved is what is replaced by saving again, and what is left by discarding.
    onError: async (error) => {
      if (!(error instanceof HttpError) || error.body.code !== 'conflict') return;
      setBase(await queryClient.query({ ...studioSettingsQuery, staleTime: 0 }));
    },
  });
  const { errors, isDirty } = formState;
  const leaveGuard = useLeaveGuard(isDirty || saving.isPending);
  const fault = messageOf(errors.namedRanges?.root ?? errors.namedRanges);
  return (
    <SettingSection
      title="What your studio means"
      words="When a customer’s summary points something out, and days that your studio has a name for, such as “Autumn term”: staff can choose them wherever they filter by date. The same for all staff."
      isWide
    >
      <FormShell
        label="What your studio means"
        submitLabel="Save"
        onSubmit={handleSubmit((settings) => saving.mutate({ settings, typed: JSON.stringify(getValues()) }))}
        onDiscard={() => {
          reset(base.settings);
          saving.reset();
        }}
        isPending={saving.isPending}
        leaveGuard={leaveGuard}
        isDirty={isDirty}
        isSaved={saving.isSuccess}
        error={saving.error}
      >
        <Group grow align="end" style={ACROSS}>
          {NUMBERS.map(({ name, label, description }) => (
            <TextInput
              key={name}
              {...register(name, { valueAsNumber: true })}
              type="number"
              inputMode="numeric"
              label={label}
              description={description}
              error={messageOf(errors[name])}
              miw="13rem"
            />
          ))}
        </Group>
        <Stack style={ACROSS}>
          {ranges.fields.map(({ id }, index) => (
            <fieldset key={id} className={classes['range']}>
              <Text component="legend" size="sm" c="dimmed">
                Range {index + 1}
              </Text>
              <TextInput
                {...register(`namedRanges.${index}.name`)}
                label="Name"
                error={messageOf(errors.namedRanges?.[index]?.name)}
              />
              <TextInput
                {...register(`namedRanges.${index}.from`)}
                type="date"
                label="First day"
                error={errors.namedRanges?.[index]?.from && 'Enter a date'}
              />
              <TextInput
                {...register(`namedRanges.${index}.to`)}
                type="date"
                label="Last day"
                error={lastDayFault(errors.namedRanges?.[index]?.to)}
              />
              <Button variant="default" aria-label={`Remove range ${index + 1}`} onClick={() => ranges.remove(index)}>
                Remove
              </Button>
            </fieldset>
          ))}
          {fault !== undefined && <p role="alert">{fault}</p>}
          <div>
            <Button variant="default" onClick={() => ranges.append({ name: '', from: '', to: '' })}>
              Add a named range
            </Button>
          </div>
        </Stack>
      </FormShell>
    </SettingSection>
  );
}

function messageOf(fault: Pick<FieldError, 'message'> | undefined): string | undefined {
  return fault?.message;
}

/** A day that is none has a message of the schema’s that says nothing to a person. */
function lastDayFault(fault: FieldError | undefined): string | undefined {
  if (!fault) return undefined;
  return fault.message?.startsWith('Is before') ? fault.message : 'Enter a date';
}
