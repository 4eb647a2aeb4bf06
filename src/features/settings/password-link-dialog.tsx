import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { Button, Checkbox } from '@mantine/core';
import { noop, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Staff } from '#contract/session.ts';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { OneTimeLink } from './one-time-link.tsx';

interface PasswordLinkDialogProps {
  member: Staff;
  onClose: () => void;
}

/** Makes a link with which a member of staff chooses a new password. It is gone from the page when the dialog closes. */
export function PasswordLinkDialog({ member, onClose }: PasswordLinkDialogProps) {
  const { id, name, email, hasTwoFactor } = member;
  const [turnsTwoFactorOff, setTurnsTwoFactorOff] = useState(false);
  const make = useMutation({
    mutationFn: () => call(staffApi.makePasswordLink, { params: { staffId: id }, body: { turnsTwoFactorOff } }),
    gcTime: 0,
  });

  return (
    <Dialog
      title={
        <>
          New password for <bdi>{name}</bdi>
        </>
      }
      onClose={onClose}
      actions={(close) =>
        make.data && (
          <Button ref={takeFocus} variant="default" onClick={close}>
            Close
          </Button>
        )
      }
    >
      {(close) =>
        make.data ? (
          <OneTimeLink {...make.data} email={email} name="new-password link" />
        ) : (
          <ActionForm
            label="Make a new-password link"
            submitLabel="Make the link"
            onSubmit={() => make.mutateAsync().catch(noop)}
            isPending={make.isPending}
            isDone={false}
            error={make.error}
            beside={
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
            }
          >
            <p>
              You get a link to send to them yourself. With it they choose a new password, which signs them out
              everywhere. Until they do, nothing changes. An older link of theirs stops working.
            </p>
            {hasTwoFactor && (
              <Checkbox
                label="Also turn two-factor sign-in off (their phone is lost)"
                checked={turnsTwoFactorOff}
                onChange={(event) => setTurnsTwoFactorOff(event.currentTarget.checked)}
              />
            )}
          </ActionForm>
        )
      }
    </Dialog>
  );
}

/** The button that was pressed is gone. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
