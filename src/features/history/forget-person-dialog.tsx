import { Button } from '@mantine/core';
import { noop, useMutation, useQueryClient } from '@tanstack/react-query';
import { history } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';

/** Asks first: what is removed is in no backup of the page, and nothing brings it back. */
export function ForgetPersonDialog({ customerId, onClose }: { customerId: CustomerId; onClose: () => void }) {
  const queryClient = useQueryClient();
  const forget = useMutation({
    mutationFn: () => call(history.forgetPerson, { params: { customerId } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <Dialog title="Forget this person?" onClose={onClose}>
      {(close) => (
        <ActionForm
          label="Forget this person"
          submitLabel="Forget this person"
          isDestructive
          onSubmit={() => forget.mutateAsync().then(close, noop)}
          isPending={forget.isPending}
          isDone={false}
          error={forget.error}
          beside={
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
          }
        >
          <p>
            Every earlier version of the profile, and what the history says about this customer, is replaced by
            “[forgotten]”. Pins and “not a duplicate” go, too. The history still says which member of staff did what,
            and when. This cannot be undone.
          </p>
          <p>
            Reservie keeps what it knows: delete the customer there first. As long as Reservie lists them, Studio Desk
            shows them.
          </p>
        </ActionForm>
      )}
    </Dialog>
  );
}
