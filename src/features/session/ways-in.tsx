import '@mantine/core/styles/Divider.layer.css';
import { Divider } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '#contract/session.ts';
import { CodeForm } from './code-form.tsx';
import { DemoButtons } from './demo-buttons.tsx';
import { OpenIdButton } from './open-id-button.tsx';
import { PasswordForm } from './password-form.tsx';
import classes from './sign-in.module.css';

interface WaysInProps {
  ways: Session['ways'];
  email?: string | undefined;
  back: string | undefined;
  onSignedIn: () => void | Promise<void>;
}

/** Every way to sign in that this studio has. */
export function WaysIn({ ways, email, back, onSignedIn }: WaysInProps) {
  const [isCodeMissing, setCodeMissing] = useState(false);
  if (isCodeMissing) return <CodeForm onSignedIn={onSignedIn} onBack={() => setCodeMissing(false)} />;
  const isDemo = ways.demoRoles.length > 0;
  const hasOther = isDemo || ways.openId !== null;
  return (
    <div className={classes['ways']}>
      {isDemo && <DemoButtons roles={ways.demoRoles} onSignedIn={onSignedIn} />}
      {ways.openId !== null && <OpenIdButton label={ways.openId} back={back} />}
      {ways.password && hasOther && <Divider label="or with your own e-mail address and password" />}
      {ways.password && (
        <PasswordForm
          email={email}
          onNext={(next) => {
            if (next === 'signed_in') return onSignedIn();
            setCodeMissing(true);
          }}
        />
      )}
    </div>
  );
}
