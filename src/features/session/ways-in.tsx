import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/Divider.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Checkbox, Divider, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '#contract/session.ts';
import { CodeForm } from './code-form.tsx';
import { DemoButtons } from './demo-buttons.tsx';
import { OpenIdButton } from './open-id-button.tsx';
import { PasswordForm } from './password-form.tsx';

interface WaysInProps {
  ways: Session['ways'];
  email?: string | undefined;
  back: string | undefined;
  onSignedIn: () => void | Promise<void>;
}

/** Every way to sign in that this studio has. */
export function WaysIn({ ways, email, back, onSignedIn }: WaysInProps) {
  const [isCodeMissing, setCodeMissing] = useState(false);
  const [isStaying, setStaying] = useState(false);
  if (isCodeMissing)
    return <CodeForm isStaying={isStaying} onSignedIn={onSignedIn} onBack={() => setCodeMissing(false)} />;
  const isDemo = ways.demoRoles.length > 0;
  const hasOther = isDemo || ways.openId !== null;
  return (
    <Stack gap="1.25rem">
      {isDemo && <DemoButtons isStaying={isStaying} roles={ways.demoRoles} onSignedIn={onSignedIn} />}
      {ways.openId !== null && <OpenIdButton isStaying={isStaying} label={ways.openId} back={back} />}
      {ways.password && hasOther && (
        <Divider
          label="or with your own e-mail address and password"
          styles={{ label: { textAlign: 'center', whiteSpace: 'normal' } }}
        />
      )}
      {ways.password && (
        <PasswordForm
          email={email}
          isStaying={isStaying}
          onNext={(next) => {
            if (next === 'signed_in') return onSignedIn();
            setCodeMissing(true);
          }}
        />
      )}
      <Checkbox
        label="Stay signed in on this computer"
        description="Leave it unticked on a computer that others use: closing the browser then signs you out."
        checked={isStaying}
        onChange={(event) => setStaying(event.currentTarget.checked)}
      />
    </Stack>
  );
}
