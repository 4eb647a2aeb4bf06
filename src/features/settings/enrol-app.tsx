import { zodResolver } from '@hookform/resolvers/zod';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Box, Button, Group, Stack } from '@mantine/core';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { TextField } from '#shared/form/text-field.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { cleanPastedCode } from '#shared/text/clean-pasted.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import { QrCode } from './qr-code.tsx';

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
    <Box component="ol" ps="1.25rem" style={{ listStyle: 'decimal' }}>
      <li>
        <Stack gap="xs" mb="md">
          <p>Scan this with an authenticator app, or type the key into it.</p>
          <QrCode text={uri} label="QR code for the authenticator app" />
          <Group gap="0.25rem" wrap="nowrap" justify="flex-start">
            <span>
              Key:{' '}
              <Box component="span" ff="monospace">
                {inFours(secret)}
              </Box>
            </span>
            <CopyButton value={secret} label="key" />
          </Group>
        </Stack>
      </li>
      <li>
        <Stack gap="xs" mb="md">
          <p>
            Keep these backup codes where only you find them. Each works once, should your phone be lost; they are not
            shown again.
          </p>
          <Box
            component="ul"
            display="grid"
            p="sm"
            bdrs="sm"
            bg="var(--desk-surface-hover)"
            ff="monospace"
            style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(8rem, 1fr))', gap: '0.25rem 1rem' }}
            aria-label="Backup codes"
          >
            {backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </Box>
          <Group gap="0.25rem">
            Copy them all
            <CopyButton value={backupCodes.join('\n')} label="all backup codes" />
          </Group>
        </Stack>
      </li>
      <li>
        <Stack gap="xs" mb="md">
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
        </Stack>
      </li>
    </Box>
  );
}

/** The key inside `otpauth://totp/…?secret=…`, for apps that cannot scan; empty when there is none. */
export function secretOf(uri: string): string {
  return URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';
}

/** Groups of four are typed with fewer mistakes. */
export function inFours(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ');
}
