import { zodResolver } from '@hookform/resolvers/zod';
import '@mantine/core/styles/Group.layer.css';
import { Button, Group } from '@mantine/core';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { TextField } from '#shared/form/text-field.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { cleanPastedCode } from '#shared/text/clean-pasted.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import { QrCode } from './qr-code.tsx';
import classes from './settings.module.css';

export interface TwoFactorSecret {
  /** `otpauth://…`: what the QR code says. */
  uri: string;
  backupCodes: string[];
}

interface EnrolAppProps {
  secret: TwoFactorSecret;
  onDone: () => void | Promise<void>;
  onCancel: () => void;
}

/** Three steps on one screen; only the code at the end turns two factors on. */
export function EnrolApp({ secret: { uri, backupCodes }, onDone, onCancel }: EnrolAppProps) {
  const { control, frame } = useAction({
    resolver: zodResolver(staffApi.confirmTwoFactor.body),
    defaultValues: { code: '' },
    act: (body) => call(staffApi.confirmTwoFactor, { body }),
    onDone,
  });
  const secret = secretOf(uri);
  return (
    <ol className={classes['steps']}>
      <li>
        <p>Scan this with an authenticator app, or type the key into it.</p>
        <QrCode text={uri} label="QR code for the authenticator app" />
        <Group gap="0.25rem">
          Key: <span className={classes['code']}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
          <CopyButton value={secret} label="key" />
        </Group>
      </li>
      <li>
        <p>
          Keep these backup codes where only you find them. Each works once, should your phone be lost; they are not
          shown again.
        </p>
        <ul className={classes['codes']} aria-label="Backup codes">
          {backupCodes.map((code) => (
            <li key={code} className={classes['code']}>
              {code}
            </li>
          ))}
        </ul>
        <Group gap="0.25rem">
          Copy them all
          <CopyButton value={backupCodes.join('\n')} label="all backup codes" />
        </Group>
      </li>
      <li>
        <ActionForm
          label="Confirm with a code"
          submitLabel="Turn on"
          beside={
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          }
          {...frame}
        >
          <TextField
            control={control}
            maw="24rem"
            name="code"
            clean={cleanPastedCode}
            label="Code that the app shows now"
            autoComplete="one-time-code"
            inputMode="numeric"
            required
          />
        </ActionForm>
      </li>
    </ol>
  );
}

/** The key inside `otpauth://totp/…?secret=…`, for apps that cannot scan; empty when there is none. */
export function secretOf(uri: string): string {
  return URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';
}
