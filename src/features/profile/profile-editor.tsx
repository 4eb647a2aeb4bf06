import { TextInput } from '@mantine/core';
import { noop } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FormShell } from '#shared/form/form-shell.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import { caretIn, putCaret, typedIn } from './carry-typed.ts';
import { FIELD_LOOKS } from './profile-fields.ts';
import type { ProfileForm, ProfileFormProps } from './profile-form.tsx';
import { PROFILE_FIELDS, toForm } from './profile-values.ts';

/** Again where it failed: the browser keeps what it has fetched. */
const loadForm = () => import('./profile-form.tsx');

/**
 * The fields at once, and what checks and saves them when the browser is idle or a field is entered: it is a tenth of
 * the page. The two look alike; what was typed, the focus and the caret go over to the second.
 */
export function ProfileEditor(props: ProfileFormProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isComposing = useRef(false);
  const isHandedOver = useRef(false);
  const [Form, setForm] = useState<typeof ProfileForm>();
  const [typed, setTyped] = useState({});
  const [error, setError] = useState<unknown>(null);
  const isIdle = useAfterFirstScreen(0);

  function handOver(loaded: typeof ProfileForm) {
    // The browser would end the word that is being composed.
    if (!frame.current || isComposing.current || isHandedOver.current) return;
    isHandedOver.current = true;
    const caret = caretIn(frame.current);
    const carried = typedIn(frame.current);
    flushSync(() => {
      setTyped(carried);
      setForm(() => loaded);
    });
    putCaret(frame.current, caret);
  }

  function load() {
    loadForm().then((module) => handOver(module.ProfileForm), setError);
  }

  const takeOver = useEffectEvent(handOver);
  useEffect(() => {
    if (isIdle) loadForm().then((module) => takeOver(module.ProfileForm), setError);
  }, [isIdle]);

  if (Form) {
    return (
      <div ref={frame}>
        <Form {...props} typed={typed} />
      </div>
    );
  }
  const values = toForm(props.profile);
  return (
    <div
      ref={frame}
      onFocus={load}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={() => {
        isComposing.current = false;
        load();
      }}
    >
      <FormShell
        label="Profile"
        submitLabel="Save changes"
        onSubmit={() => Promise.resolve()}
        onDiscard={noop}
        isPending={false}
        isDirty={false}
        isSaved={false}
        error={error}
      >
        {PROFILE_FIELDS.map((name) => (
          <div key={name}>
            <TextInput {...FIELD_LOOKS[name]} name={name} defaultValue={values[name]} withAsterisk={false} />
          </div>
        ))}
      </FormShell>
    </div>
  );
}
