import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ProfileValues } from '#contract/customer.ts';
import { FormShell } from '#shared/form/form-shell.tsx';
import { useLeaveGuard } from '#shared/form/leave-guard.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import { caretIn, putCaret, takeBack, typedIn } from './carry-typed.ts';
import { FIELD_LOOKS } from './profile-fields.ts';
import type { ProfileForm, ProfileFormProps } from './profile-form.tsx';
import { PROFILE_FIELDS, toForm } from './profile-rules.ts';

/** Again where it failed: the browser keeps what it has fetched. */
const loadForm = () => import('./profile-form.tsx');

interface Taken {
  Form: typeof ProfileForm;
  typed: Partial<ProfileValues>;
  isSavedAtOnce: boolean;
}

/**
 * The fields at once, and what checks and saves them when the browser is idle or a field is entered: it is a tenth of
 * the page. The two look alike; what was typed, the focus and the caret go over to the second. To leave asks and to save waits until then: nothing is lost.
 */
export function ProfileEditor(props: ProfileFormProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isComposing = useRef(false);
  const isHandedOver = useRef(false);
  // “Save” was pressed before there was anything that saves.
  const isSaveWanted = useRef(false);
  const [isDirty, setDirty] = useState(false);
  // Here, above both forms: a question that is on its way to the screen outlives the change of forms.
  const leaveGuard = useLeaveGuard(isDirty);
  const [taken, setTaken] = useState<Taken>();
  const [error, setError] = useState<unknown>(null);
  const isIdle = useAfterFirstScreen(0);

  function handOver(loaded: typeof ProfileForm) {
    // The browser would end the word that is being composed, and a question that is open would lose the focus.
    const isBusy = isComposing.current || document.querySelector('[aria-modal="true"]') !== null;
    if (!frame.current || isBusy || isHandedOver.current) return;
    isHandedOver.current = true;
    const caret = caretIn(frame.current);
    const typed = typedIn(frame.current);
    const next = { Form: loaded, typed, isSavedAtOnce: isSaveWanted.current && Object.keys(typed).length > 0 };
    flushSync(() => setTaken(next));
    putCaret(frame.current, caret);
  }

  function followTyping() {
    setDirty(frame.current !== null && Object.keys(typedIn(frame.current)).length > 0);
  }

  async function save() {
    isSaveWanted.current = true;
    await load();
  }

  function load(): Promise<void> {
    setError(null);
    return loadForm().then(
      (module) => handOver(module.ProfileForm),
      (failure: unknown) => {
        // Said at the button: it must not happen later, by itself.
        isSaveWanted.current = false;
        setError(failure);
      },
    );
  }

  const takeOver = useEffectEvent(handOver);
  const isAsking = leaveGuard !== null;
  useEffect(() => {
    if (isIdle && !isAsking) loadForm().then((module) => takeOver(module.ProfileForm), setError);
  }, [isIdle, isAsking]);

  if (taken) {
    const { Form, ...begun } = taken;
    return (
      <div ref={frame}>
        <Form {...props} {...begun} onAtRisk={setDirty} leaveGuard={leaveGuard} />
      </div>
    );
  }
  const values = toForm(props.profile);
  return (
    <div
      ref={frame}
      onFocus={() => void load()}
      onInput={followTyping}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={() => {
        isComposing.current = false;
        void load();
      }}
    >
      <FormShell
        label="Profile"
        submitLabel="Save changes"
        onSubmit={save}
        onDiscard={() => {
          isSaveWanted.current = false;
          if (frame.current) takeBack(frame.current);
          followTyping();
        }}
        isPending={false}
        leaveGuard={leaveGuard}
        isDirty={isDirty}
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
